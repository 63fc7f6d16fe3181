using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>The answer for one tier as one reader may see it.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Standing">The answer.</param>
/// <param name="Revenue">The findings about revenue.</param>
/// <param name="Staffing">The finding about people, which holds no amounts; null if the tier asks nothing of them.</param>
public sealed record TierView(Tier Tier, Standing Standing, ImmutableArray<RevenueView> Revenue, StaffingFinding? Staffing)
{
    public static ImmutableArray<TierView> Of(OptionStanding option, CurrentUser reader) =>
        [.. option.Tiers.Select(tier => new TierView(
            tier.Tier, tier.Standing, [.. tier.Revenue.Select(finding => RevenueView.Of(finding, reader))], tier.Staffing))];

    /// <summary>The finding of one threshold; null if it is no part of the tier.</summary>
    public RevenueView? Of(string threshold) => Revenue.FirstOrDefault(finding => finding.Threshold == threshold);
}
