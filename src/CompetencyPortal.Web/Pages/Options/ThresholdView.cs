using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>What counts towards a threshold, which is the same for both tiers.</summary>
/// <param name="Id">The threshold's id.</param>
/// <param name="NetNewOnly">Whether only net new revenue counts.</param>
/// <param name="Products">The names of the products that count.</param>
/// <param name="Window">The days that count, as they are read.</param>
/// <param name="FirstDay">The first of those days; without meaning where all time counts.</param>
/// <param name="LastDay">The last of those days.</param>
/// <param name="Association">The association asked of the customer; null if none.</param>
/// <param name="Readings">What counts by each reading of an open sentence, where readings differ; empty for a reader without leave to see amounts.</param>
/// <param name="Waterfall">How the amount came about, for a reader with leave to see amounts.</param>
public sealed record ThresholdView(
    string Id,
    bool NetNewOnly,
    ImmutableArray<string> Products,
    Reading<RevenueWindow> Window,
    DateOnly FirstDay,
    DateOnly LastDay,
    AssociationRule? Association,
    ImmutableArray<ImmutableArray<ReadingView>> Readings,
    WaterfallView? Waterfall)
{
    /// <summary>The thresholds of an option, in document order.</summary>
    public static ImmutableArray<ThresholdView> Of(
        OptionStanding option, LoadedEvidence facts, DateOnly asOf, ProductCatalog products, LineText lines, CurrentUser reader) =>
        [.. option.Option.Thresholds.Select(threshold => Of(
            [.. option.Tiers.SelectMany(tier => tier.Revenue.Where(finding => finding.Threshold.Id == threshold.Id).Select(finding => (tier.Tier, finding)))],
            facts, asOf, products, lines, reader))];

    private static ThresholdView Of(
        ImmutableArray<(Tier Tier, RevenueFinding Finding)> findings,
        LoadedEvidence facts,
        DateOnly asOf,
        ProductCatalog products,
        LineText lines,
        CurrentUser reader)
    {
        var finding = findings[0].Finding;
        return new ThresholdView(
            finding.Threshold.Id,
            finding.Threshold.NetNewOnly,
            [.. finding.Threshold.Products.Select(products.NameOf)],
            finding.Threshold.Window,
            finding.WindowFirstDay,
            asOf,
            finding.Threshold.Association,
            reader.MaySeeAmounts ? ReadingView.Of(findings, facts.Evidence.Revenue, asOf) : [],
            WaterfallView.For(reader, findings, facts.RevenueIds, products, lines));
    }
}
