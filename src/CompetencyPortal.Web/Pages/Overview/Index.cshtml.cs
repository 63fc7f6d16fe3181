using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Remembering;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Overview;

/// <summary>Every competency, option and tier of the rulebook, and how the reader's organisation stands.</summary>
[RememberPage]
public sealed class IndexModel(OwnFacts ownFacts, AsOf asOf, CurrentUser reader) : PageModel
{
    public OverviewView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        View = OverviewView.Of(judged.Facts, judged.Standings, asOf.Date, reader);
    }
}
