using CompetencyPortal.Data;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>The rulebook of one competency: what is in force, announced, ended, and drafted.</summary>
public sealed class IndexModel(PortalDbContext db, RulebookInForce rulebooks, PublishedRevisions published, AsOf asOf) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, CancellationToken cancellationToken)
    {
        if ((await rulebooks.GetAsync(cancellationToken)).Competency(competency) is not { } found)
        {
            return NotFound();
        }

        var drafts = await db.RuleDrafts.Where(draft => draft.CompetencyCode == found.Code).OrderBy(draft => draft.EffectiveFrom).ThenBy(draft => draft.Id)
            .Select(draft => new DraftRow(
                draft.Id, draft.EffectiveFrom, draft.Reason, db.Users.Where(user => user.Id == draft.CreatedBy).Select(user => user.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        View = new ViewModel(found.Code, found.Name, found.History.InForceOn(asOf.Date), await published.LoadAsync(found, cancellationToken), drafts);
        return Page();
    }

    public sealed record ViewModel(
        string Code, string Name, Revision? InForce, IReadOnlyList<PublishedRevisionView> Revisions, IReadOnlyList<DraftRow> Drafts);

    public sealed record DraftRow(Guid Id, DateOnly EffectiveFrom, string Reason, string? Author);
}
