using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>The way from the revenue entered to the revenue that counts, for a reader with leave to see amounts.</summary>
/// <param name="Rows">What was entered, what each reason takes from it, and what counts.</param>
/// <param name="Required">What the tiers require.</param>
public sealed record WaterfallView(ImmutableArray<WaterfallRow> Rows, ImmutableArray<(Tier Tier, decimal Amount)> Required)
{
    /// <summary>How many lines a step shows before it refers to the list of all.</summary>
    private const int Shown = 10;

    /// <summary>One scale for all bars, on which zero and what is required have their places.</summary>
    public ChartScale Scale { get; } = ScaleOf([0, .. Rows.SelectMany(row => new[] { row.From, row.To }), .. Required.Select(one => one.Amount)]);

    /// <summary>The waterfall of one threshold; null for a reader without leave.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="findings">The findings of its tiers, at least one; what counts is the same in each.</param>
    /// <param name="ids">The keys of the lines' rows.</param>
    /// <param name="products">The products, for their names.</param>
    /// <param name="texts">The words for the lines.</param>
    public static WaterfallView? For(
        CurrentUser reader, ImmutableArray<(Tier Tier, RevenueFinding Finding)> findings, ImmutableArray<Guid> ids, ProductCatalog products, LineText texts)
    {
        if (!reader.MaySeeAmounts)
        {
            return null;
        }

        var finding = findings[0].Finding;
        var sums = finding.Sums;
        var counts = finding.Lines().CountBy(line => line.Outcome).ToDictionary();
        WaterfallRow Row(LineOutcome? outcome, decimal amount, decimal from, decimal to) => new(
            outcome, amount, from, to,
            outcome is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum(),
            [.. LineView.Of(finding, ids, outcome, products, texts).Take(Shown)]);
        return new WaterfallView(
            [
                Row(null, sums.Entered, 0, sums.Entered),
                .. finding.Waterfall().Select(step => Row(step.Reason, step.Amount, step.Remaining + step.Amount, step.Remaining)),
                Row(LineOutcome.Counted, sums.Counted, 0, sums.Counted),
            ],
            [.. findings.Where(one => one.Finding.Required is not null).Select(one => (one.Tier, one.Finding.Required!.Value))]);
    }

    private static ChartScale ScaleOf(decimal[] amounts) => new(amounts.Min(), amounts.Max());
}
