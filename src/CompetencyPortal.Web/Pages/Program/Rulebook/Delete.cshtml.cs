using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Deletes a draft.</summary>
public sealed class DeleteModel(PortalDbContext db, DraftQuery drafts, IStringLocalizer<ProgramTexts> texts) : DraftActModel(db, drafts, texts)
{
    public async Task<IActionResult> OnPostAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        var version = Input.Version;
        if (!await LoadAsync(competency, draft, cancellationToken))
        {
            return await ShowGoneAsync(competency, draft, cancellationToken);
        }

        Db.RuleDrafts.Remove(View.Row);
        Db.Expect(View.Row, version);
        Db.Audit("RuleDraft.Deleted", nameof(RuleDraft), View.Row.Id.ToString(), $"{View.Competency.Code} {View.Row.EffectiveFrom:yyyy-MM-dd}");
        try
        {
            await Db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowRefusedAsync(competency, draft, () => Texts["Delete.Conflict"], cancellationToken);
        }

        StatusMessage = Texts["Delete.Done"];
        return RedirectToPage("Index", new { competency });
    }
}
