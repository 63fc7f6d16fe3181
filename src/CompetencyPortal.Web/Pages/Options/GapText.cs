using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>What a tier still lacks, in a sentence.</summary>
public sealed class GapText(IStringLocalizer<PartnerTexts> texts, Formats formats, CriterionText criteria, RevenueText revenue)
{
    /// <summary>How many kinds of places a sentence names one by one.</summary>
    private const int KindsNamed = 3;

    public string Of(TierView tier)
    {
        if (tier.Standing is Standing.Met)
        {
            return texts["Gap.None"];
        }

        var missing = tier.Revenue.Where(finding => finding.Standing is Standing.NotMet).Select(Missing)
            .Concat(tier.Staffing is null ? [] : Missing(tier.Staffing)).ToList();
        return string.Join(' ', [
            .. missing is [] ? Array.Empty<string>() : [texts["Gap.Is", formats.Clauses(missing)].Value],
            .. tier.Revenue.Select(revenue.WhyUndetermined).OfType<string>().Distinct(),
        ]);
    }

    private string Missing(RevenueView finding) => (finding.Figures?.Shortfall, finding.NetNewOnly) switch
    {
        ({ } shortfall, true) => texts["Gap.NetNew", formats.Money(shortfall)],
        ({ } shortfall, false) => texts["Gap.Revenue", formats.Money(shortfall)],
        (null, true) => texts["Gap.NetNewUntold"],
        (null, false) => texts["Gap.RevenueUntold"],
    };

    private IEnumerable<string> Missing(StaffingFinding finding)
    {
        var unfilled = finding.Assignments.Where(slot => slot.Unfilled > 0).ToList();
        return unfilled.Count > KindsNamed
            ? [formats.Count(texts, "Gap.Places", finding.Missing)]
            : unfilled.Select(slot => formats.Count(texts, "Gap.People", slot.Unfilled, criteria.Of(finding.SlotOf(slot).Criterion)));
    }
}
