using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>All lines behind one step of a threshold's waterfall, for a reader with leave to see amounts.</summary>
public sealed class LinesModel(RulebookInForce rules, OwnFacts ownFacts, LineText lines, AsOf asOf, CurrentUser reader) : PageModel
{
    public LinesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string competency, string option, string threshold, string step, [FromQuery(Name = Paging.Parameter)] int? number, CancellationToken cancellationToken)
    {
        if (!reader.MaySeeAmounts)
        {
            return Forbid();
        }

        var rulebook = await rules.GetAsync(cancellationToken);
        if (!WaterfallStepName.TryParse(step, out var outcome)
            || rulebook.Competency(competency)?.History.InForceOn(asOf.Date) is not { } revision
            || revision.Option(option) is not { } named
            || !named.Thresholds.Any(one => one.Id == threshold))
        {
            return NotFound();
        }

        var facts = await ownFacts.LoadAsync(rulebook, cancellationToken);
        var finding = Assessor.Assess(facts.Evidence, revision, asOf.Date).Single(one => one.Option.Code == option)
            .Tiers.SelectMany(tier => tier.Revenue).First(one => one.Threshold.Id == threshold);
        View = LinesView.Of(named.Name, finding, facts.RevenueIds, outcome, number, rulebook.Products, lines);
        return Page();
    }
}
