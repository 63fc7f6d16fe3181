using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>A draft: what it would change, and what can be done with it.</summary>
public sealed class DraftModel(DraftQuery drafts) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, Guid draft, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(competency, draft, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        View = new ViewModel(found, await drafts.LastEditorAsync(draft, cancellationToken));
        return Page();
    }

    public sealed record ViewModel(DraftInHand Draft, string? LastEditor);
}
