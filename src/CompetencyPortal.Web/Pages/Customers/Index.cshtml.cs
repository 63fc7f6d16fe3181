using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Customer = CompetencyPortal.Data.Entities.Customer;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebook, CustomerStakes stakes, CurrentUser user, AsOf asOf) : ListModel
{
    /// <summary>The threshold towards which associations would make revenue count, as <see cref="ThresholdChoice"/> is written.</summary>
    [FromQuery(Name = "towards")]
    public string? Towards { get; set; }

    /// <summary>The kind of association that is asked about; any if null.</summary>
    [FromQuery(Name = "association")]
    public AssociationType? Kind { get; set; }

    /// <summary>Whether customers must have such an association on the as-of date, or must not.</summary>
    [FromQuery(Name = "associated")]
    public bool? Associated { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || Kind is not null || Associated is not null;

    /// <summary>Without leave to see amounts, nobody learns which of two is the greater either.</summary>
    private SortOrder Order => user.MaySeeAmounts && Towards is not null
        ? SortOrder.Of(SortAsked, "name", "code", "lines", "gain")
        : SortOrder.Of(SortAsked, "name", "code", "lines");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var customers = Filtered();
        var paging = Paging.In(await customers.CountAsync(cancellationToken), PageAsked);
        var choices = user.MaySeeAmounts ? ThresholdChoice.AllOn(asOf.Date, await rulebook.GetAsync(cancellationToken)) : [];
        var chosen = choices.FirstOrDefault(choice => choice.ToString() == Towards);
        var gains = chosen is null ? ReadOnlyDictionary<Guid, AssociationGain>.Empty : await stakes.GainsAsync(chosen, cancellationToken);
        View = new ViewModel(await PageAsync(customers, paging, gains, cancellationToken), Order, paging, choices, chosen, gains);
    }

    /// <summary>What an association would make count is no column of the database: by it, customers are put in order here.</summary>
    private async Task<IReadOnlyList<Row>> PageAsync(
        IQueryable<Customer> customers, Paging paging, IReadOnlyDictionary<Guid, AssociationGain> gains, CancellationToken cancellationToken)
    {
        if (Order.Column is not "gain")
        {
            return await Rows(paging.Of(Sorted(customers))).ToListAsync(cancellationToken);
        }

        var byName = await customers.OrderBy(customer => customer.Name).ThenBy(customer => customer.Id).Select(customer => customer.Id).ToListAsync(cancellationToken);
        var ids = paging.Of(Order.Sort(byName, id => gains.TryGetValue(id, out var gain) ? gain.Amount : 0)).ToList();
        var page = await Rows(db.Customers.AsNoTracking().Where(customer => ids.Contains(customer.Id))).ToListAsync(cancellationToken);
        return [.. page.OrderBy(row => ids.IndexOf(row.Id))];
    }

    public CsvResult OnGetExport() => new($"customers-{asOf.Iso}", CustomersFile.Of(Sorted(Filtered())));

    private IQueryable<Customer> Filtered()
    {
        var day = asOf.Date;
        var customers = db.Customers.AsNoTracking();
        if (Search is { } search)
        {
            var named = customers.Containing(customer => customer.Name, search).Select(customer => customer.Id);
            var coded = customers.Where(customer => customer.Code != null).Containing(customer => customer.CodeKey, search).Select(customer => customer.Id);
            customers = customers.Where(customer => named.Contains(customer.Id) || coded.Contains(customer.Id));
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
        var sorted = order.Column switch
        {
            "lines" => order.Sort(customers, customer => db.RevenueLines.Count(line => line.CustomerId == customer.Id)),
            "code" => order.Sort(customers, customer => customer.Code),
            _ => order.Sort(customers, customer => customer.Name),
        };
        return sorted.ThenBy(customer => customer.Name).ThenBy(customer => customer.Id);
    }

    private IQueryable<Row> Rows(IQueryable<Customer> customers) => customers.Select(customer => new Row(
        customer.Id,
        customer.Name,
        customer.Code,
        customer.Associations.Select(one => new Association(one.Type, EffectivePeriod.Between(one.From, one.Until))).ToList(),
        db.RevenueLines.Count(line => line.CustomerId == customer.Id)));

    public sealed record ViewModel(
        IReadOnlyList<Row> Customers,
        SortOrder Order,
        Paging Paging,
        ImmutableArray<ThresholdChoice> Choices,
        ThresholdChoice? Chosen,
        IReadOnlyDictionary<Guid, AssociationGain> Gains);

    public sealed record Row(Guid Id, string Name, OwnReference? Code, IReadOnlyList<Association> Associations, int Lines)
    {
        /// <summary>The kinds of association on a day.</summary>
        public IEnumerable<AssociationType> AssociatedOn(DateOnly day) =>
            Associations.Where(one => one.Period.Contains(day)).Select(one => one.Type).Distinct().Order();
    }
}
