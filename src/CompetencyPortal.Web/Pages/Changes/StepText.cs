using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>What one cause did to a tier, in sentences. A reader without leave to see amounts is told which answers changed, and no figure.</summary>
public sealed class StepText(
    IStringLocalizer<OverviewTexts> texts, Formats formats, EnumText words, RevenueText revenue, CurrentUser reader)
{
    private const int LinesShown = 20;

    public ImmutableArray<string> Of(StandingStep step) => (step.Before, step.After) switch
    {
        (null, _) => [texts["Step.OptionCame"]],
        (_, null) => [texts["Step.OptionGone"]],
        ({ } before, { } after) => [.. Revenue(before, after), .. People(step, before.Staffing, after.Staffing)],
    };

    /// <summary>The lines that count by the cause, or no longer do; the latest of them.</summary>
    public ImmutableArray<string> LinesOf(StandingStep step, ProductCatalog products)
    {
        var lines = Thresholds(step.Before, step.After)
            .SelectMany(step.LinesOf).DistinctBy(line => line.Line, ReferenceEqualityComparer.Instance).OrderByDescending(line => line.Line.Date).ToList();
        return
        [
            .. lines.Take(LinesShown).Select(line => line.After is LineOutcome.Counted
                ? texts["Step.LineCounts", Describe(line.Line, products)].Value
                : texts["Step.LineStops", Describe(line.Line, products), words[line.After]].Value),
            .. lines.Count > LinesShown ? [formats.Count(texts, "Step.MoreLines", lines.Count - LinesShown)] : Array.Empty<string>(),
        ];
    }

    private string Describe(RevenueLine line, ProductCatalog products) => formats.List(
    [
        formats.ShortDay(line.Date), line.Customer.Name, products.NameOf(line.Product),
        .. reader.MaySeeAmounts ? [formats.Money(line.Amount)] : Array.Empty<string>(),
    ]);

    private IEnumerable<string> Revenue(TierStanding before, TierStanding after)
    {
        foreach (var id in Thresholds(before, after))
        {
            var (was, now) = (Find(before, id), Find(after, id));
            var title = revenue.Title((now ?? was)!.Threshold.NetNewOnly);
            if (was is null || now is null)
            {
                yield return now is null ? texts["Step.ThresholdGone", title] : texts["Step.ThresholdCame", title];
                continue;
            }

            if (reader.MaySeeAmounts && was.Required != now.Required)
            {
                yield return texts["Step.Required", title, Amount(was.Required), Amount(now.Required)];
            }

            if (reader.MaySeeAmounts && was.Sums.Counted != now.Sums.Counted)
            {
                yield return texts["Step.Counted", title, formats.Money(was.Sums.Counted), formats.Money(now.Sums.Counted)];
            }

            if (!reader.MaySeeAmounts && was.Standing != now.Standing)
            {
                yield return texts["Step.Answer", title, words[was.Standing.Badge()], words[now.Standing.Badge()]];
            }
        }
    }

    private IEnumerable<string> People(StandingStep step, StaffingFinding? was, StaffingFinding? now)
    {
        if ((was?.Filled, was?.Required) == (now?.Filled, now?.Required))
        {
            yield break;
        }

        yield return texts["Step.Places", Places(was), Places(now)];
        if (!step.Lost.IsEmpty)
        {
            yield return texts["Step.Lost", formats.List(step.Lost.Select(person => person.Name))];
        }

        if (!step.Gained.IsEmpty)
        {
            yield return texts["Step.Gained", formats.List(step.Gained.Select(person => person.Name))];
        }
    }

    private string Amount(decimal? amount) => amount is { } stated ? formats.Money(stated) : texts["Step.NotStated"];

    private string Places(StaffingFinding? finding) => finding is null
        ? texts["Step.NotAsked"]
        : texts["Step.PlacesOf", formats.Number(finding.Filled), formats.Number(finding.Required)];

    private static IEnumerable<string> Thresholds(TierStanding? before, TierStanding? after) =>
        (after?.Revenue ?? []).Concat(before?.Revenue ?? []).Select(finding => finding.Threshold.Id).Distinct();

    private static RevenueFinding? Find(TierStanding tier, string threshold) => tier.Revenue.FirstOrDefault(finding => finding.Threshold.Id == threshold);
}
