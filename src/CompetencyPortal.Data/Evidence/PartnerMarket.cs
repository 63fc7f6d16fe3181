using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Evidence;

/// <summary>How an organisation comes by its market.</summary>
public static class PartnerMarket
{
    /// <summary>
    /// The organisation's market on a day: what staff set in its place, else the latest classification of its country
    /// up to that day; null if there is none (not classified).
    /// </summary>
    /// <param name="overridden">What staff set.</param>
    /// <param name="classifications">Classifications of the organisation's country; the order does not matter.</param>
    /// <param name="asOf">The day.</param>
    public static Market? On(Market? overridden, IEnumerable<CountryMarket> classifications, DateOnly asOf) =>
        overridden ?? classifications.Where(row => row.EffectiveFrom <= asOf).MaxBy(row => row.EffectiveFrom)?.Market;
}
