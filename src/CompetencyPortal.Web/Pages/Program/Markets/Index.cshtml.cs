using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>Every country with its classification on the as-of date.</summary>
public sealed class IndexModel(PortalDbContext db, Countries countries, AsOf asOf) : ListModel
{
    [FromQuery(Name = "market")]
    public Classification? Market { get; set; }

    [FromQuery(Name = "withPartners")]
    public bool WithPartners { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Market is not null || WithPartners;

    private SortOrder Order => SortOrder.Of(SortAsked, "name", "market", "since", "partners");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await LoadAsync(cancellationToken);
        var paging = Paging.In(rows.Count, PageAsked);
        View = new ViewModel(Order, paging, [.. paging.Of(rows)]);
    }

    public async Task<CsvResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        var rows = await LoadAsync(cancellationToken);
        return new CsvResult(
            $"markets-{asOf.Iso}",
            ["country", "name", "market", "since", "partners"],
            rows.Select(row => (IReadOnlyList<object?>)[row.Code.Value, row.Name, row.Market?.ToString().ToLowerInvariant(), row.Since, row.Partners]).ToAsyncEnumerable());
    }

    private async Task<List<Row>> LoadAsync(CancellationToken cancellationToken)
    {
        var classifications = (await db.CountryMarkets.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.CountryCode);
        var partners = await db.Partners.GroupBy(partner => partner.CountryCode)
            .ToDictionaryAsync(country => country.Key, country => country.Count(), cancellationToken);
        var rows = countries.All
            .Select(country => Row.Of(country.Code, country.Name, CountryMarket.On(classifications[country.Code], asOf.Date), partners.GetValueOrDefault(country.Code)))
            .Where(Admits);
        return [.. Order.Column switch
        {
            "market" => Order.Sort(rows, row => row.Classification),
            "since" => Order.Sort(rows, row => row.Since),
            "partners" => Order.Sort(rows, row => row.Partners),
            _ => Order.Sort(rows, row => row.Name, StringComparer.CurrentCulture),
        }];
    }

    private bool Admits(Row row) =>
        (Market is not { } market || market == row.Classification)
        && (!WithPartners || row.Partners > 0)
        && (Search is null
            || CultureInfo.CurrentCulture.CompareInfo.IndexOf(row.Name, Search, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
            || row.Code.Value.Equals(Search, StringComparison.OrdinalIgnoreCase));

    public sealed record ViewModel(SortOrder Order, Paging Paging, IReadOnlyList<Row> Rows);

    /// <param name="Code">The country.</param>
    /// <param name="Name">Its name in the reader's language.</param>
    /// <param name="Market">Its market; null if it is not classified.</param>
    /// <param name="Since">The day from which that is so; null if it was never classified.</param>
    /// <param name="Partners">How many organisations are there.</param>
    public sealed record Row(CountryCode Code, string Name, Market? Market, DateOnly? Since, int Partners)
    {
        public Classification Classification => Classifications.Of(Market);

        internal static Row Of(CountryCode code, string name, CountryMarket? classification, int partners) =>
            new(code, name, classification?.Market, classification?.EffectiveFrom, partners);
    }
}
