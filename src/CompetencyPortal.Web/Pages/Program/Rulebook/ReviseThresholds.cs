using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Pages.Program.Rulebook;

/// <summary>The act of putting other amounts into a revision's thresholds; everything else stays as it is.</summary>
public static class ReviseThresholds
{
    /// <summary><paramref name="revision"/> with <paramref name="amounts"/>: one that it has no place for is left out, one that is not named stays.</summary>
    public static Revision Apply(Revision revision, IReadOnlyCollection<AmountInput> amounts) =>
        revision with { Options = [.. revision.Options.Select(option => Apply(option, amounts))] };

    private static CompetencyOption Apply(CompetencyOption option, IReadOnlyCollection<AmountInput> amounts) =>
        option with
        {
            Thresholds =
            [
                .. option.Thresholds.Select(threshold => Apply(threshold, [.. amounts.Where(one => one.Option == option.Code && one.Threshold == threshold.Id)])),
            ],
        };

    private static RevenueThreshold Apply(RevenueThreshold threshold, IReadOnlyCollection<AmountInput> amounts) => threshold with
    {
        Silver = Apply(threshold.Silver, [.. amounts.Where(one => one.Tier is Tier.Silver)]),
        Gold = Apply(threshold.Gold, [.. amounts.Where(one => one.Tier is Tier.Gold)]),
    };

    private static MarketAmounts? Apply(MarketAmounts? stated, IReadOnlyCollection<AmountInput> amounts)
    {
        return stated is null ? null : new MarketAmounts(Revised(Market.Developed), Revised(Market.Developing));

        decimal? Revised(Market market) => amounts.FirstOrDefault(one => one.Market == market) is { } posted ? posted.Amount : stated.In(market);
    }
}
