using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What it would cost if one person left on the as-of date.</summary>
/// <param name="Person">Who.</param>
/// <param name="Options">The options that would lack somebody, in the rulebook's order; empty if the person can be replaced everywhere.</param>
public sealed record Departure(Person Person, ImmutableArray<OptionDeparture> Options)
{
    /// <summary>The options whose attained tier would fall.</summary>
    public IEnumerable<OptionDeparture> Losses => Options.Where(option => option.IsLoss);

    /// <summary>How many tiers that are met would no longer be.</summary>
    public int TiersLost => Options.Sum(option => option.Tiers.Count(tier => tier.IsLost));

    /// <summary>How many places more would stay empty, over all tiers.</summary>
    public int PlacesLost => Options.Sum(option => option.Tiers.Sum(tier => tier.MissingAfter - tier.Missing));
}
