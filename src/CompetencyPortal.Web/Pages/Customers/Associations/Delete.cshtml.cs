using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Customers.Associations;

public sealed class DeleteModel(PortalDbContext db, IFactWords<CustomerAssociation> words, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<CustomerAssociation>(db, words, texts)
{
    [FromRoute]
    public Guid CustomerId { get; set; }

    protected override IQueryable<CustomerAssociation> Rows => base.Rows.Where(one => one.CustomerId == CustomerId);

    protected override string Home(Guid? id) => Url.Page("/Customers/Details", new { id = CustomerId })!;
}
