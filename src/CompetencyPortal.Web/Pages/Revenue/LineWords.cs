using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

internal sealed class LineWords(PortalDbContext db, RulebookInForce rulebook, Formats formats, IStringLocalizer<FactsTexts> texts, IStringLocalizer<RevenueTexts> own) : IFactWords<RevenueLine>
{
    public async Task<FactDescription> DescribeAsync(RevenueLine row, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.Where(one => one.Id == row.CustomerId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var product = (await rulebook.GetAsync(cancellationToken)).Products.Find(row.Product.Value)?.Name ?? row.Product.Value;
        var day = formats.ShortDay(row.Date);
        var amount = formats.Money(row.Amount);
        return new FactDescription(
            texts["Line.Name", customer, day, amount],
            [
                new(texts["Line.Customer"], customer),
                new(texts["Line.Product"], product),
                new(texts["Line.Date"], day),
                new(texts["Line.Amount"], amount),
                new(texts["Line.Business"], row.NetNew ? texts["Line.NetNew"] : texts["Line.Existing"]),
                new(own["Line.Reference"], row.Reference?.Value ?? ""),
            ]);
    }
}
