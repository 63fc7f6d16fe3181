using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>One row of the list by itself: what comes back to its place when an edit there is given up.</summary>
public sealed class RowModel(PortalDbContext db, IFactWords<RevenueLine> words, LineRows rows, IStringLocalizer<FactsTexts> texts)
    : FactModel<RevenueLine>(db, words, texts)
{
    public LineRowView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(Id!.Value, Back, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        View = row with { IsFocused = Request.IsForPart() };
        return Request.IsForPart() ? Partial("_Row", View) : Page();
    }

    protected override string Home(Guid? id) => Url.Page("/Revenue/Index")!;
}
