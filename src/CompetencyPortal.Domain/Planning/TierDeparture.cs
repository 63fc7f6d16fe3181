using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What one person's leaving would do to a tier: its requirement of people would have more empty places.</summary>
/// <param name="Tier">The answer while the person is there.</param>
/// <param name="Missing">How many of its places are empty now.</param>
/// <param name="MissingAfter">How many would be; more than <paramref name="Missing"/>.</param>
public readonly record struct TierDeparture(TierStanding Tier, int Missing, int MissingAfter)
{
    /// <summary>Whether the tier is met now, and would no longer be.</summary>
    public bool IsLost => Tier.Standing == Standing.Met;
}
