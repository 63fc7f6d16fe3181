using CompetencyPortal.Data;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Customer = CompetencyPortal.Data.Entities.Customer;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class IndexModel(PortalDbContext db, AsOf asOf) : ListModel
{
    /// <summary>The kind of association that is asked about; any if null.</summary>
    [FromQuery(Name = "association")]
    public AssociationType? Kind { get; set; }

    /// <summary>Whether customers must have such an association on the as-of date, or must not.</summary>
    [FromQuery(Name = "associated")]
    public bool? Associated { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Kind is not null || Associated is not null;

    private SortOrder Order => SortOrder.Of(SortAsked, "name", "lines");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var customers = Filtered();
        var paging = Paging.In(await customers.CountAsync(cancellationToken), PageAsked);
        View = new ViewModel(await Rows(paging.Of(Sorted(customers))).ToListAsync(cancellationToken), Order, paging);
    }

    public CsvResult OnGetExport() => new($"customers-{asOf.Iso}", CustomersFile.Of(Sorted(Filtered())));

    private IQueryable<Customer> Filtered()
    {
        var day = asOf.Date;
        var customers = db.Customers.AsNoTracking();
        if (Search is { } search)
        {
            customers = customers.Containing(customer => customer.Name, search);
        }

        if (Kind is not null || Associated is not null)
        {
            customers = customers.Where(customer => (Associated ?? true) == customer.Associations.Any(one =>
                (Kind == null || one.Type == Kind) && (one.From == null || one.From <= day) && (one.Until == null || one.Until >= day)));
        }

        return customers;
    }

    private IQueryable<Customer> Sorted(IQueryable<Customer> customers)
    {
        var order = Order;
        var sorted = order.Column is "lines"
            ? order.Sort(customers, customer => db.RevenueLines.Count(line => line.CustomerId == customer.Id))
            : order.Sort(customers, customer => customer.Name);
        return sorted.ThenBy(customer => customer.Name).ThenBy(customer => customer.Id);
    }

    private IQueryable<Row> Rows(IQueryable<Customer> customers) => customers.Select(customer => new Row(
        customer.Id,
        customer.Name,
        customer.Associations.Select(one => new Association(one.Type, EffectivePeriod.Between(one.From, one.Until))).ToList(),
        db.RevenueLines.Count(line => line.CustomerId == customer.Id)));

    public sealed record ViewModel(IReadOnlyList<Row> Customers, SortOrder Order, Paging Paging);

    public sealed record Row(Guid Id, string Name, IReadOnlyList<Association> Associations, int Lines)
    {
        /// <summary>The kinds of association on a day.</summary>
        public IEnumerable<AssociationType> AssociatedOn(DateOnly day) =>
            Associations.Where(one => one.Period.Contains(day)).Select(one => one.Type).Distinct().Order();
    }
}
