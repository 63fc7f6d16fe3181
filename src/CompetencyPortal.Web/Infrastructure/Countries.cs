using CompetencyPortal.Data.Countries;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Countries by their names in the reader's language.</summary>
public sealed class Countries(IStringLocalizer<CountryNames> names)
{
    public string this[CountryCode country] => names[country.Value];

    /// <summary>Every country, in the order in which the reader's language sorts the names.</summary>
    public IEnumerable<(CountryCode Code, string Name)> All =>
        CountryCode.All.Select(code => (Code: code, Name: this[code])).OrderBy(country => country.Name, StringComparer.CurrentCulture);
}
