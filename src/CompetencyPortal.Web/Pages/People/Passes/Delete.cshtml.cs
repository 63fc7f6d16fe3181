using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.People.Passes;

public sealed class DeleteModel(PortalDbContext db, IFactWords<PersonCredential> words, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<PersonCredential>(db, words, texts)
{
    [FromRoute]
    public Guid PersonId { get; set; }

    protected override IQueryable<PersonCredential> Rows => base.Rows.Where(pass => pass.PersonId == PersonId);

    protected override string Home(Guid? id) => Url.Page("/People/Details", new { id = PersonId })!;
}
