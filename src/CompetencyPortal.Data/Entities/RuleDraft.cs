namespace CompetencyPortal.Data.Entities;

/// <summary>A revision that staff are preparing. Publishing it adds a <see cref="RuleRevision"/> and removes the draft.</summary>
public sealed class RuleDraft : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string CompetencyCode { get; init; }

    public required DateOnly EffectiveFrom { get; set; }

    /// <summary>The requirements as a document of one revision.</summary>
    public required string Document { get; set; }

    /// <summary>Why the rule changes.</summary>
    public required string Reason { get; set; }

    /// <summary>Where the rule is written.</summary>
    public required string Source { get; set; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }
}
