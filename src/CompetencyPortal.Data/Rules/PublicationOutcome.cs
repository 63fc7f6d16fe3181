using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Rules;

/// <summary>What came of publishing a draft: the revision, or why there is none.</summary>
public sealed record PublicationOutcome(RuleRevision? Revision, PublicationRefusal? Refusal)
{
    internal static PublicationOutcome Refused(PublicationRefusal refusal) => new(null, refusal);
}
