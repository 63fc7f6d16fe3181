using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

public sealed class DeleteModel(PortalDbContext db, IFactWords<Person> words, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<Person>(db, words, texts)
{
    /// <summary>With the passes, so that the trail tells that they went as well.</summary>
    protected override IQueryable<Person> Rows => Db.People.Include(person => person.Credentials);

    protected override string Home(Guid? id) => id is null ? Url.Page("/People/Index")! : Url.Page("/People/Details", new { id })!;
}
