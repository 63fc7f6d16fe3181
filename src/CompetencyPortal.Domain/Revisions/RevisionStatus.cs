namespace CompetencyPortal.Domain.Revisions;

/// <summary>How a published revision stands on a day.</summary>
public enum RevisionStatus
{
    /// <summary>It is known but judges only from a later day.</summary>
    Announced,

    /// <summary>It judges.</summary>
    InForce,

    /// <summary>A later revision has taken its place.</summary>
    Ended,
}
