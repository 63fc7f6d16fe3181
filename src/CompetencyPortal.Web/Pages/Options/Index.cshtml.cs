using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Overview;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>Why an option's tiers are met or not, opened up to every line, place and person, and what is missing.</summary>
public sealed class IndexModel(RulebookInForce rules, OwnFacts ownFacts, LineText lines, AsOf asOf, CurrentUser reader) : PageModel
{
    public OptionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string competency, string option, CancellationToken cancellationToken)
    {
        var rulebook = await rules.GetAsync(cancellationToken);
        if (rulebook.Competency(competency) is not { } found || found.History.LatestOption(option) is not { } latest)
        {
            return NotFound();
        }

        var revision = found.History.InForceOn(asOf.Date);
        View = new OptionView(
            found.Name,
            revision?.Option(option)?.Name ?? latest.Name,
            [.. (revision?.Options ?? []).Select(one => (one.Code, one.Name))],
            RevisionView.Of(found.History, option, asOf.Date),
            revision?.Option(option) is null ? null : await JudgeAsync(revision, competency, option, cancellationToken));
        return Page();
    }

    private async Task<OptionView.Answer> JudgeAsync(Revision revision, string competency, string option, CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        var standing = judged.Option(competency, option)!;
        var competencyStanding = judged.Standings.Single(one => one.Competency.Code == competency);
        return new OptionView.Answer(
            revision.EffectiveFrom,
            standing.Attained,
            judged.Facts.Market,
            DataStamp.Of(judged.Facts, [competencyStanding]),
            UndeterminedView.Of(judged.Facts.Market, [(competencyStanding, standing)], asOf.Date),
            TierView.Of(standing, reader),
            ThresholdView.Of(standing, judged.Facts, asOf.Date, judged.Rulebook.Products, lines, reader),
            OptionView.CredentialsOf(standing, judged.Rulebook.Credentials));
    }
}
