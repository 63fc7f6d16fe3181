using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers;

internal sealed class CustomerWords(PortalDbContext db, Formats formats, IStringLocalizer<FactsTexts> texts, IStringLocalizer<CustomerTexts> customers) : IFactWords<Customer>
{
    public async Task<FactDescription> DescribeAsync(Customer row, CancellationToken cancellationToken) => new(
        row.Name,
        [
            new(texts["Customer.Name"], row.Name),
            new(customers["Customer.Code"], row.Code?.Value ?? customers["Code.None"]),
            new(texts["Customer.Associations"], formats.Number(await db.CustomerAssociations.CountAsync(one => one.CustomerId == row.Id, cancellationToken))),
        ]);
}
