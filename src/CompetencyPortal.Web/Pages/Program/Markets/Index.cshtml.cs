using System.Globalization;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Countries;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Markets;

/// <summary>Every country with its classification on the as-of date.</summary>
public sealed class IndexModel(PortalDbContext db, Countries countries, AsOf asOf) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FilterModel Filter { get; set; } = new();

    public ViewModel View { get; private set; } = null!;

    public async Task OnGetAsync(int? p, CancellationToken cancellationToken)
    {
        var (order, rows) = await LoadAsync(cancellationToken);
        var paging = Paging.In(rows.Count, p);
        View = new ViewModel(order, paging, [.. paging.Of(rows)]);
    }

    public async Task<CsvResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        var (_, rows) = await LoadAsync(cancellationToken);
        return new CsvResult(
            "markets",
            ["country", "name", "market", "since", "partners"],
            rows.Select(row => (IReadOnlyList<object?>)[row.Code.Value, row.Name, row.Market?.ToString().ToLowerInvariant(), row.Since, row.Partners]).ToAsyncEnumerable());
    }

    private async Task<(SortOrder Order, List<Row> Rows)> LoadAsync(CancellationToken cancellationToken)
    {
        var classifications = (await db.CountryMarkets.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(row => row.CountryCode);
        var partners = await db.Partners.GroupBy(partner => partner.CountryCode)
            .ToDictionaryAsync(country => country.Key, country => country.Count(), cancellationToken);
        var rows = countries.All
            .Select(country => Row.Of(country.Code, country.Name, CountryMarket.On(classifications[country.Code], asOf.Date), partners.GetValueOrDefault(country.Code)))
            .Where(Filter.Admits);
        var order = SortOrder.Of(Request.Query[SortOrder.Parameter], "name", "market", "since", "partners");
        return (order, [.. order.Column switch
        {
            "market" => order.Sort(rows, row => row.Market is null ? 2 : (int)row.Market),
            "since" => order.Sort(rows, row => row.Since),
            "partners" => order.Sort(rows, row => row.Partners),
            _ => order.Sort(rows, row => row.Name, StringComparer.CurrentCulture),
        }]);
    }

    public sealed class FilterModel
    {
        public string? Search { get; set; }

        public Classification? Market { get; set; }

        public bool WithPartners { get; set; }

        internal bool Admits(Row row) =>
            (Market is not { } market || market == row.Classification)
            && (!WithPartners || row.Partners > 0)
            && (string.IsNullOrWhiteSpace(Search)
                || CultureInfo.CurrentCulture.CompareInfo.IndexOf(row.Name, Search.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0
                || row.Code.Value.Equals(Search.Trim(), StringComparison.OrdinalIgnoreCase));
    }

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
