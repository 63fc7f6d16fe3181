using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Evidence;

/// <summary>An organisation's market on a day, and how it comes by it.</summary>
/// <param name="Market">The market; null if there is none (not classified).</param>
/// <param name="Country">The organisation's country.</param>
/// <param name="IsOverride">Whether staff set the market in place of the country's.</param>
/// <param name="ClassifiedFrom">The day from which the country is classified as it is; null if it never was, or staff set the market.</param>
public sealed record PartnerMarket(Market? Market, CountryCode Country, bool IsOverride, DateOnly? ClassifiedFrom)
{
    /// <summary>
    /// The organisation's market on a day: what staff set in its place, else the latest classification of its country
    /// up to that day.
    /// </summary>
    /// <param name="country">The organisation's country.</param>
    /// <param name="overridden">What staff set.</param>
    /// <param name="classifications">Classifications of that country; the order does not matter.</param>
    /// <param name="asOf">The day.</param>
    public static PartnerMarket On(CountryCode country, Market? overridden, IEnumerable<CountryMarket> classifications, DateOnly asOf)
    {
        if (overridden is not null)
        {
            return new PartnerMarket(overridden, country, IsOverride: true, null);
        }

        var latest = CountryMarket.On(classifications, asOf);
        return new PartnerMarket(latest?.Market, country, IsOverride: false, latest?.EffectiveFrom);
    }
}
