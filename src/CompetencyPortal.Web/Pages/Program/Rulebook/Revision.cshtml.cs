using System.Text;
using CompetencyPortal.Data;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>One published revision, as rules and as the document that was published.</summary>
public sealed class RevisionModel(PortalDbContext db, RulebookInForce rulebooks, PublishedRevisions published) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, DateOnly from, CancellationToken cancellationToken)
    {
        if ((await rulebooks.GetAsync(cancellationToken)).Competency(competency) is not { } found
            || (await published.LoadAsync(found, cancellationToken)).FirstOrDefault(row => row.Revision.EffectiveFrom == from) is not { } revision)
        {
            return NotFound();
        }

        var before = found.History.Revisions.LastOrDefault(one => one.EffectiveFrom < from);
        View = new ViewModel(found, revision, before, before is null ? null : RevisionDifference.Between(before, revision.Revision));
        return Page();
    }

    /// <summary>The document exactly as it was published: its digest is of these bytes.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(string competency, DateOnly from, CancellationToken cancellationToken)
    {
        var document = await db.RuleRevisions.Where(row => row.CompetencyCode == competency && row.EffectiveFrom == from)
            .Select(row => row.Document).SingleOrDefaultAsync(cancellationToken);
        return document is null ? NotFound() : File(Encoding.UTF8.GetBytes(document), "application/json", $"{competency}-{from:yyyy-MM-dd}.json");
    }

    public sealed record ViewModel(Competency Competency, PublishedRevisionView Row, Revision? Before, RevisionDifference? Difference);
}
