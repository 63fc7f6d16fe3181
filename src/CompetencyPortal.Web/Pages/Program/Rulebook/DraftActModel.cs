using CompetencyPortal.Data;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>A page that shows one draft and ends it, by publishing or by deleting it, once that is confirmed.</summary>
public abstract class DraftActModel(PortalDbContext db, DraftQuery drafts, IStringLocalizer<ProgramTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Why nothing was done, for the page to which it leads.</summary>
    [TempData]
    public string? StatusWarning { get; set; }

    public DraftInHand View { get; private set; } = null!;

    protected PortalDbContext Db => db;

    protected IStringLocalizer<ProgramTexts> Texts => texts;

    public async Task<IActionResult> OnGetAsync(string competency, Guid draft, CancellationToken cancellationToken) =>
        await LoadAsync(competency, draft, cancellationToken) ? Page() : NotFound();

    /// <summary>Shows the draft as it is now, and why nothing was done; where it has gone meanwhile, leads to its competency.</summary>
    protected async Task<IActionResult> ShowRefusedAsync(string competency, Guid draft, Func<string> why, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(competency, draft, cancellationToken))
        {
            return await ShowGoneAsync(competency, draft, cancellationToken);
        }

        ModelState.AddModelError("", why());
        return Page();
    }

    /// <summary>Leads to the competency of a draft that is published or deleted by now; one that never was is not found.</summary>
    protected async Task<IActionResult> ShowGoneAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        if (!await drafts.WasThereAsync(draft, cancellationToken))
        {
            return NotFound();
        }

        StatusWarning = texts["Draft.Gone"];
        return RedirectToPage("Index", new { competency });
    }

    protected async Task<bool> LoadAsync(string competency, Guid draft, CancellationToken cancellationToken)
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
