using CompetencyPortal.Data;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>A customer that a revenue line can name.</summary>
public sealed record CustomerChoice(Guid Id, string Name)
{
    public static IQueryable<CustomerChoice> Of(PortalDbContext db) =>
        db.Customers.OrderBy(customer => customer.Name).ThenBy(customer => customer.Id).Select(customer => new CustomerChoice(customer.Id, customer.Name));

    /// <summary>Whether the organisation at work has this customer, or had it and deleted it since; others' customers are as unknown as nobody's.</summary>
    public static async Task<bool> IsKnownAsync(PortalDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Customers.AnyAsync(customer => customer.Id == id, cancellationToken) || await db.WasDeletedAsync<Customer>(id, cancellationToken);
}
