using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

public sealed class DeleteModel(PortalDbContext db, IFactWords<RevenueLine> words, IStringLocalizer<FactsTexts> texts)
    : FactDeleteModel<RevenueLine>(db, words, texts)
{
    protected override string Home(Guid? id) => Url.Page("/Revenue/Index")!;
}
