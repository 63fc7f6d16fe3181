using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Imports.Effects;

/// <summary>What an import would do to the figure of one requirement of a tier.</summary>
/// <param name="Tier">The tier that asks for it.</param>
/// <param name="Threshold">Which threshold of the option it is, from 0, in document order; null for people.</param>
/// <param name="Required">The US dollars, or places, required; null if none are stated for the organisation's market.</param>
/// <param name="Before">The US dollars that count, or places filled, now.</param>
/// <param name="After">The same after the import.</param>
public sealed record RequirementEffect(Tier Tier, int? Threshold, decimal? Required, decimal Before, decimal After);
