using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What one person's leaving would do to an option.</summary>
/// <param name="Competency">The option's competency, by the revision in force.</param>
/// <param name="Option">The answer while the person is there.</param>
/// <param name="Tiers">The tiers that would have more empty places, Silver first; at least one.</param>
public sealed record OptionDeparture(CompetencyStanding Competency, OptionStanding Option, ImmutableArray<TierDeparture> Tiers)
{
    /// <summary>The highest tier that would still be met; null if none.</summary>
    public Tier? AttainedAfter => Option.Tiers
        .Where(tier => tier.Standing == Standing.Met && !Tiers.Any(lost => lost.Tier.Tier == tier.Tier))
        .Max(tier => (Tier?)tier.Tier);

    /// <summary>Whether the attained tier would fall.</summary>
    public bool IsLoss => AttainedAfter != Option.Attained;
}
