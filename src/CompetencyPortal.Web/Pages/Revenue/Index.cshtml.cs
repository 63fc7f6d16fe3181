using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebook, CurrentUser user, AsOf asOf) : ListModel
{
    [FromQuery(Name = "product")]
    public string? Product { get; set; }

    [FromQuery(Name = "customer")]
    public Guid? Customer { get; set; }

    [FromQuery(Name = "netNew")]
    public bool? NetNew { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "until")]
    public DateOnly? Until { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Product is not null || Customer is not null || NetNew is not null || From is not null || Until is not null;

    /// <summary>Without leave to see amounts, nobody learns which of two is the greater either.</summary>
    private SortOrder Order => user.MaySeeAmounts
        ? SortOrder.Of(SortAsked, "-date", "customer", "product", "amount")
        : SortOrder.Of(SortAsked, "-date", "customer", "product");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsCustomerKnownAsync(cancellationToken))
        {
            return NotFound();
        }

        var products = (await rulebook.GetAsync(cancellationToken)).Products;
        var lines = Filtered(products);
        var sums = await lines.GroupBy(_ => 1)
            .Select(all => new Sums(all.Count(), all.Sum(line => line.Amount), all.Sum(line => line.NetNew ? line.Amount : 0)))
            .SingleOrDefaultAsync(cancellationToken) ?? new Sums(0, 0, 0);
        var paging = Paging.In(sums.Count, PageAsked);
        View = new ViewModel(
            await Rows(paging.Of(Sorted(lines))).ToListAsync(cancellationToken),
            Order,
            paging,
            sums,
            products,
            await CustomerChoice.Of(db).ToListAsync(cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        if (!await IsCustomerKnownAsync(cancellationToken))
        {
            return NotFound();
        }

        var lines = Sorted(Filtered((await rulebook.GetAsync(cancellationToken)).Products));
        return new CsvResult($"revenue-{asOf.Iso}", RevenueFile.Of(lines, user.MaySeeAmounts));
    }

    private async Task<bool> IsCustomerKnownAsync(CancellationToken cancellationToken) =>
        Customer is not { } customer || await CustomerChoice.IsKnownAsync(db, customer, cancellationToken);

    private IQueryable<RevenueLine> Filtered(ProductCatalog products)
    {
        var lines = db.RevenueLines.AsNoTracking();
        if (Search is { } search)
        {
            var sold = products.All.Where(product => product.Spellings.Any(one => one.Contains(search, StringComparison.CurrentCultureIgnoreCase)))
                .Select(product => product.Code).ToList();
            var buyers = db.Customers.Containing(customer => customer.Name, search).Select(customer => customer.Id);
            lines = lines.Where(line => buyers.Contains(line.CustomerId) || sold.Contains(line.Product));
        }

        if (Product is { } spelling)
        {
            var code = products.Find(spelling)?.Code ?? new ProductCode(spelling);
            lines = lines.Where(line => line.Product == code);
        }

        return lines.Where(line =>
            (Customer == null || line.CustomerId == Customer)
            && (NetNew == null || line.NetNew == NetNew)
            && (From == null || line.Date >= From)
            && (Until == null || line.Date <= Until));
    }

    private IQueryable<RevenueLine> Sorted(IQueryable<RevenueLine> lines)
    {
        var order = Order;
        var sorted = order.Column switch
        {
            "customer" => order.Sort(lines, line => line.Customer!.Name),
            "product" => order.Sort(lines, line => line.Product),
            "amount" => order.Sort(lines, line => line.Amount),
            _ => order.Sort(lines, line => line.Date),
        };
        return sorted.ThenByDescending(line => line.Id);
    }

    private IQueryable<Row> Rows(IQueryable<RevenueLine> lines)
    {
        var withAmounts = user.MaySeeAmounts;
        return lines.Select(line => new Row(
            line.Id, line.CustomerId, line.Customer!.Name, line.Product, line.Date, withAmounts ? line.Amount : null, line.NetNew));
    }

    public sealed record ViewModel(
        IReadOnlyList<Row> Lines, SortOrder Order, Paging Paging, Sums Sums, ProductCatalog Products, IReadOnlyList<CustomerChoice> Customers);

    /// <summary>A line; without its amount where the reader may see none.</summary>
    public sealed record Row(Guid Id, Guid CustomerId, string Customer, ProductCode Product, DateOnly Date, decimal? Amount, bool NetNew);

    public sealed record Sums(int Count, decimal Total, decimal NetNew);
}
