using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People;

public sealed class DeleteModel(PortalDbContext db, IFactWords<Person> words, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<Person>(db, words, texts)
{
    protected override string Home(Guid? id) => id is null ? Url.Page("/People/Index")! : Url.Page("/People/Details", new { id })!;
}
