using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Planning;

/// <summary>All that a standing rests on at one moment.</summary>
/// <param name="Evidence">The evidence as it was known, in the market of that moment.</param>
/// <param name="Rulebook">The rulebook as it was published.</param>
/// <param name="Day">The as-of date.</param>
public sealed record Situation(PartnerEvidence Evidence, Rulebook Rulebook, DateOnly Day);
