using CompetencyPortal.Data;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

public sealed class IndexModel(PortalDbContext db, LineLists lists, RulebookInForce rulebook, RevenueText words, CurrentUser user, AsOf asOf)
    : LineListModel(db, lists, rulebook, words, user, asOf)
{
    private const int PageSize = 50;

    [FromQuery(Name = Bookmark.Parameter)]
    public string? At { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Bookmark.TryParse(At, out var bookmark) || !LineOrder.Of(Column, Order.Descending).CanRead(bookmark?.Row))
        {
            return BadRequest();
        }

        if (await OpenAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sums = await List.SumAsync(cancellationToken);
        var page = await KeyPaging.OpenAsync(bookmark, PageSize, (from, isBackwards, count) =>
            List.TakeAsync(Column, Order.Descending, from, isBackwards, count, cancellationToken));
        View = new ViewModel(
            page.Rows,
            page.PagerOf(sums.Count, row => row.KeyIn(Column)),
            sums,
            Rulebook.Products,
            await CustomerChoice.Of(Db).ToListAsync(cancellationToken));
        return Page();
    }

    /// <summary>The sums alone, for a list whose rows were changed where they stand.</summary>
    public async Task<IActionResult> OnGetSumsAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? Partial("_Sums", await List.SumAsync(cancellationToken));

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return new CsvResult($"revenue-{AsOf.Iso}", List.File(Column, Order.Descending, cancellationToken));
    }

    public sealed record ViewModel(
        IReadOnlyList<LineRow> Lines, KeyPager Pager, LineSums Sums, ProductCatalog Products, IReadOnlyList<CustomerChoice> Customers);
}
