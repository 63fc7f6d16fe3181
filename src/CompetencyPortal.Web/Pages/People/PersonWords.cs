using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

internal sealed class PersonWords(PortalDbContext db, PeriodWords periods, Formats formats, IStringLocalizer<FactsTexts> texts, IStringLocalizer<PeopleTexts> people) : IFactWords<Person>
{
    public async Task<FactDescription> DescribeAsync(Person row, CancellationToken cancellationToken) => new(
        row.Name,
        [
            new(texts["Person.Name"], row.Name),
            new(people["Person.Email"], row.Email?.Value ?? people["Email.None"]),
            new(texts["Person.Employment"], periods[row.From, row.Until]),
            new(texts["Person.Passes"], formats.Number(await db.PersonCredentials.CountAsync(pass => pass.PersonId == row.Id, cancellationToken))),
        ]);
}
