using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// What counts towards a threshold whatever the tier: the sums by its default readings, and the counted amount by each other
/// reading. Worked out once and shared by the findings of both tiers.
/// </summary>
internal readonly struct CountedRevenue
{
    private CountedRevenue(RevenueSums sums, OtherCount[] byOtherReading)
    {
        Sums = sums;
        ByOtherReading = byOtherReading;
    }

    public RevenueSums Sums { get; }

    /// <summary>The counted amount by each other reading, association before window.</summary>
    public OtherCount[] ByOtherReading { get; }

    public static CountedRevenue Of(RevenueThreshold threshold, PartnerEvidence evidence, DateOnly asOf)
    {
        var byDefault = RevenueMeasure.Of(threshold, asOf);
        var byOthers = OthersOf(threshold, asOf);
        var sums = default(RevenueSums);
        foreach (var line in evidence.Revenue)
        {
            var outcome = byDefault.Classify(line);
            sums.Add(outcome, line.Amount);
            if (outcome is LineOutcome.Product or LineOutcome.NetNew)
            {
                // The first two reasons are the same by every reading.
                continue;
            }

            foreach (ref var other in byOthers.AsSpan())
            {
                other.Add(line);
            }
        }

        return new CountedRevenue(sums, byOthers);
    }

    private static OtherCount[] OthersOf(RevenueThreshold threshold, DateOnly asOf)
    {
        var moments = threshold.Association?.Moment.Alternatives ?? [];
        var windows = threshold.Window.Alternatives;
        var others = new OtherCount[moments.Length + windows.Length];
        var count = 0;
        foreach (var moment in moments)
        {
            others[count++] = new OtherCount(ReadingChoices.Of(moment), RevenueMeasure.Of(threshold, asOf, moment));
        }

        foreach (var window in windows)
        {
            others[count++] = new OtherCount(ReadingChoices.Of(window), RevenueMeasure.Of(threshold, asOf, window));
        }

        return others;
    }

    /// <summary>What counts by one other reading.</summary>
    internal struct OtherCount(ReadingChoice reading, RevenueMeasure measure)
    {
        public readonly ReadingChoice Reading => reading;

        public decimal Counted { get; private set; }

        public void Add(RevenueLine line)
        {
            if (measure.Classify(line) == LineOutcome.Counted)
            {
                Counted += line.Amount;
            }
        }
    }
}
