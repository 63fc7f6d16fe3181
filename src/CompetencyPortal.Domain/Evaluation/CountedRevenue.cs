using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// What counts towards a threshold whatever the tier: the sums by its default readings, and the counted amount by each other
/// reading. Worked out once and shared by the findings of both tiers.
/// </summary>
internal readonly struct CountedRevenue
{
    private CountedRevenue(RevenueSums sums, (ReadingChoice Reading, decimal Counted)[] byOtherReading)
    {
        Sums = sums;
        ByOtherReading = byOtherReading;
    }

    public RevenueSums Sums { get; }

    /// <summary>The counted amount by each other reading, association before window.</summary>
    public (ReadingChoice Reading, decimal Counted)[] ByOtherReading { get; }

    public static CountedRevenue Of(RevenueThreshold threshold, PartnerEvidence evidence, DateOnly asOf)
    {
        var moments = threshold.Association?.Moment.Alternatives ?? [];
        var windows = threshold.Window.Alternatives;
        var others = new (ReadingChoice, decimal)[moments.Length + windows.Length];
        var count = 0;
        foreach (var moment in moments)
        {
            others[count++] = (ReadingChoices.Of(moment), RevenueMeasure.Of(threshold, asOf, moment).Sum(evidence).Counted);
        }

        foreach (var window in windows)
        {
            others[count++] = (ReadingChoices.Of(window), RevenueMeasure.Of(threshold, asOf, window).Sum(evidence).Counted);
        }

        return new CountedRevenue(RevenueMeasure.Of(threshold, asOf).Sum(evidence), others);
    }
}
