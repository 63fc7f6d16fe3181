using CompetencyPortal.Data;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Publishes a draft, after showing what it changes and from when. It is final: a published revision is only ever followed by another.</summary>
public sealed class PublishModel(PortalDbContext db, DraftQuery drafts, RevisionPublication publication, Formats formats, IStringLocalizer<ProgramTexts> texts) : PageModel
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
        var outcome = await publication.PublishAsync(draft, Input.Version, cancellationToken);
        if (outcome.Revision is { } revision)
        {
            StatusMessage = texts["Publish.Done", formats.Day(revision.EffectiveFrom)];
            return RedirectToPage("Revision", new { competency, from = $"{revision.EffectiveFrom:O}" });
        }

        db.ChangeTracker.Clear();
        if (!await LoadAsync(competency, draft, cancellationToken))
        {
            StatusWarning = texts["Draft.Gone"];
            return RedirectToPage("Index", new { competency });
        }

        ModelState.AddModelError("", Why(outcome.Refusal!.Value));
        return Page();
    }

    private string Why(PublicationRefusal refusal) => refusal switch
    {
        PublicationRefusal.Backdated => texts["Publish.Backdated", formats.Day(View.Row.EffectiveFrom)],
        PublicationRefusal.DayTaken => texts["Publish.DayTaken", View.Competency.Name, formats.Day(View.Row.EffectiveFrom)],
        PublicationRefusal.ChangesNothing => texts["Publish.ChangesNothing"],
        PublicationRefusal.DraftChanged => texts["Publish.DraftChanged"],
    };

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
