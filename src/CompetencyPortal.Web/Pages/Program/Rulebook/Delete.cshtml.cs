using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Deletes a draft.</summary>
public sealed class DeleteModel(PortalDbContext db, DraftQuery drafts, IStringLocalizer<ProgramTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Why nothing was done, for the page to which it leads.</summary>
    [TempData]
    public string? StatusWarning { get; set; }

    public DraftInHand View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, Guid draft, CancellationToken cancellationToken) =>
        await LoadAsync(competency, draft, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        var version = Input.Version;
        if (!await LoadAsync(competency, draft, cancellationToken))
        {
            StatusWarning = texts["Draft.Gone"];
            return RedirectToPage("Index", new { competency });
        }

        db.RuleDrafts.Remove(View.Row);
        db.Expect(View.Row, version);
        db.Audit("RuleDraft.Deleted", nameof(RuleDraft), View.Row.Id.ToString(), $"{View.Competency.Code} {View.Row.EffectiveFrom:yyyy-MM-dd}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ShowConflictAsync(competency, draft, cancellationToken);
        }

        StatusMessage = texts["Delete.Done"];
        return RedirectToPage("Index", new { competency });
    }

    private async Task<IActionResult> ShowConflictAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(competency, draft, cancellationToken))
        {
            StatusWarning = texts["Draft.Gone"];
            return RedirectToPage("Index", new { competency });
        }

        ModelState.AddModelError("", texts["Delete.Conflict"]);
        return Page();
    }

    private async Task<bool> LoadAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(competency, draft, cancellationToken) is not { } found)
        {
            return false;
        }

        View = found;
        ModelState.Remove("Input.Version");
        Input.Version = found.Row.Version;
        return true;
    }

    public sealed class InputModel
    {
        public int Version { get; set; }
    }
}
