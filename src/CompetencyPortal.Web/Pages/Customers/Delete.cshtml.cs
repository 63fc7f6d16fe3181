using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

public sealed class DeleteModel(PortalDbContext db, IFactWords<Customer> words, Formats formats, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<Customer>(db, words, texts)
{
    /// <summary>With the associations, so that the trail tells that they went as well.</summary>
    protected override IQueryable<Customer> Rows => Db.Customers.Include(customer => customer.Associations);

    /// <summary>Revenue is never lost with a customer; its associations go with it.</summary>
    protected override async Task<FactRefusal?> RefuseAsync(Customer row, CancellationToken cancellationToken)
    {
        var lines = await Db.RevenueLines.CountAsync(line => line.CustomerId == row.Id, cancellationToken);
        return lines is 0 ? null : new FactRefusal(
            formats.Count(Texts, "Customer.HasLines", lines, row.Name), Texts["Customer.ShowLines"], Url.Page("/Revenue/Index", new { customer = row.Id })!);
    }

    protected override string Home(Guid? id) => id is null ? Url.Page("/Customers/Index")! : Url.Page("/Customers/Details", new { id })!;
}
