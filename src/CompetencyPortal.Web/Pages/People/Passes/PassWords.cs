using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Passes;

internal sealed class PassWords(PortalDbContext db, RulebookInForce rulebook, Formats formats, IStringLocalizer<FactsTexts> texts) : IFactWords<PersonCredential>
{
    public async Task<FactDescription> DescribeAsync(PersonCredential row, CancellationToken cancellationToken)
    {
        var person = await db.People.Where(one => one.Id == row.PersonId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var title = (await rulebook.GetAsync(cancellationToken)).Credentials.Find(row.Code)?.Title;
        return new FactDescription(
            texts["Pass.Name", person, row.Code.Value],
            [
                new(texts["Pass.Person"], person),
                new(texts["Pass.Credential"], $"{row.Code} {title}"),
                new(texts["Pass.PassedOn"], formats.ShortDay(row.PassedOn)),
            ]);
    }
}
