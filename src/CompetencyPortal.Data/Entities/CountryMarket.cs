using CompetencyPortal.Data.Countries;
using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Entities;

/// <summary>How a country is classified from a day on, until its next classification. A country without one is not classified.</summary>
public sealed class CountryMarket : IVersioned
{
    public required CountryCode CountryCode { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The market; null if the country is not classified from that day on.</summary>
    public Market? Market { get; set; }

    /// <summary>Why, or where it is written.</summary>
    public required string Reason { get; set; }

    public int Version { get; set; }

    /// <summary>Its key as the audit trail names it.</summary>
    public string Key => $"{CountryCode} {EffectiveFrom:yyyy-MM-dd}";

    /// <summary>The one of a country's classifications that holds on <paramref name="day"/>; null if there was none until then.</summary>
    public static CountryMarket? On(IEnumerable<CountryMarket> classifications, DateOnly day) =>
        classifications.Where(row => row.EffectiveFrom <= day).MaxBy(row => row.EffectiveFrom);
}
