using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers.Associations;

internal sealed class AssociationWords(PortalDbContext db, PeriodWords periods, EnumText words, IStringLocalizer<FactsTexts> texts) : IFactWords<CustomerAssociation>
{
    public async Task<FactDescription> DescribeAsync(CustomerAssociation row, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.Where(one => one.Id == row.CustomerId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var type = words[row.Type];
        return new FactDescription(
            texts["Association.Name", customer, type],
            [
                new(texts["Association.Customer"], customer),
                new(texts["Association.Type"], type),
                new(texts["Association.Period"], periods[row.From, row.Until]),
            ]);
    }
}
