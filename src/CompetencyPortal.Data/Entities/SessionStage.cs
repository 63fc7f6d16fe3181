namespace CompetencyPortal.Data.Entities;

/// <summary>How far a session has come: only a complete one opens the portal.</summary>
public enum SessionStage
{
    /// <summary>The password was right; the second factor has yet to be shown, or set up.</summary>
    SecondFactorAwaited,

    /// <summary>The person has shown all that is asked of them.</summary>
    Complete,
}
