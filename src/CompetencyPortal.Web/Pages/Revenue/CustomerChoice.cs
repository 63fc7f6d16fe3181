using CompetencyPortal.Data;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A customer that a revenue line can name.</summary>
public sealed record CustomerChoice(Guid Id, string Name)
{
    public static IQueryable<CustomerChoice> Of(PortalDbContext db) =>
        db.Customers.OrderBy(customer => customer.Name).ThenBy(customer => customer.Id).Select(customer => new CustomerChoice(customer.Id, customer.Name));
}
