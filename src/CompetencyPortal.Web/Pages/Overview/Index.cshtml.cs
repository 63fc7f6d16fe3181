using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Overview;

/// <summary>Every competency, option and tier of the rulebook, and how the reader's organisation stands.</summary>
public sealed class IndexModel(RulebookInForce rules, OwnFacts ownFacts, AsOf asOf, CurrentUser reader) : PageModel
{
    public OverviewView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rulebook = await rules.GetAsync(cancellationToken);
        var facts = await ownFacts.LoadAsync(rulebook, cancellationToken);
        View = OverviewView.Of(facts, Assessor.Assess(facts.Evidence, rulebook, asOf.Date), asOf.Date, reader);
    }
}
