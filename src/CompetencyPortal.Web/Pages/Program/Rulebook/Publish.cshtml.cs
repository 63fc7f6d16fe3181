using CompetencyPortal.Data;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>Publishes a draft, after showing what it changes and from when. It is final: a published revision is only ever followed by another.</summary>
public sealed class PublishModel(
    PortalDbContext db, DraftQuery drafts, RevisionPublication publication, Formats formats, IStringLocalizer<ProgramTexts> texts) : DraftActModel(db, drafts, texts)
{
    public async Task<IActionResult> OnPostAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        var outcome = await publication.PublishAsync(draft, Input.Version, cancellationToken);
        if (outcome.Revision is { } revision)
        {
            StatusMessage = Texts["Publish.Done", formats.Day(revision.EffectiveFrom)];
            return RedirectToPage("Revision", new { competency, from = $"{revision.EffectiveFrom:O}" });
        }

        return await ShowRefusedAsync(competency, draft, () => Why(outcome.Refusal!.Value), cancellationToken);
    }

    private string Why(PublicationRefusal refusal) => refusal switch
    {
        PublicationRefusal.Backdated => Texts["Publish.Backdated", formats.Day(View.Row.EffectiveFrom)],
        PublicationRefusal.DayTaken => Texts["Publish.DayTaken", View.Competency.Name, formats.Day(View.Row.EffectiveFrom)],
        PublicationRefusal.ChangesNothing => Texts["Publish.ChangesNothing"],
        PublicationRefusal.DraftChanged => Texts["Publish.DraftChanged"],
    };
}
