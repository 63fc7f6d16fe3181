namespace CompetencyPortal.Domain.Planning;

/// <summary>What moved a standing between two moments.</summary>
public enum ChangeCause
{
    /// <summary>The days went by: the window moved, an association, an employment or a credential began or ended.</summary>
    Time,

    /// <summary>Another revision judges, or the partner is in another market.</summary>
    Rules,

    /// <summary>Facts were entered, corrected or removed.</summary>
    Facts,
}
