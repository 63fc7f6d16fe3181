namespace CompetencyPortal.Data.Entities;

/// <summary>
/// A published revision of one competency's requirements. It is added once and never changed or removed: the
/// context refuses, and the application's role has no right to. What is being prepared is a <see cref="RuleDraft"/>.
/// </summary>
public sealed class RuleRevision
{
    public const int CompetencyCodeLength = 100;
    public const int ReasonLength = 1000;
    public const int SourceLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string CompetencyCode { get; init; }

    /// <summary>The first day on which it judges; a competency has one revision per day.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>When it was stored here; the same day for what staff publish, later for what is built in.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The revision as a document; text, because its digest is of this very text.</summary>
    public required string Document { get; init; }

    /// <summary>The SHA-256 digest of <see cref="Document"/> in UTF-8, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Why the rule changed; null for what is built in.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the rule is written.</summary>
    public required string Source { get; init; }

    /// <summary>Who published it; null for what is built in.</summary>
    public Guid? PublishedBy { get; init; }

    /// <summary>
    /// The version of the rulebook that this revision made (<see cref="RulebookState"/>): the rulebook of version n is
    /// exactly the revisions with n or less. Written by the context.
    /// </summary>
    public long RulebookVersion { get; private set; }
}
