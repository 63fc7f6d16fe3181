using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What counts of some lines by each reading that a threshold's text leaves open, side by side.</summary>
public static class ReadingCounts
{
    /// <summary>
    /// For each open sentence, association before window, the reading that judges and then the others. A sentence that leaves nothing
    /// open is not among them.
    /// </summary>
    public static ImmutableArray<ImmutableArray<ReadingCount>> Of(RevenueThreshold threshold, IReadOnlyCollection<RevenueLine> lines, DateOnly asOf)
    {
        var sentences = ImmutableArray.CreateBuilder<ImmutableArray<ReadingCount>>();
        if (threshold.Association?.Moment is { Alternatives.IsEmpty: false } moment)
        {
            sentences.Add(Of(moment, ReadingChoices.Of, reading => RevenueMeasure.Of(threshold, asOf, reading), lines));
        }

        if (threshold.Window is { Alternatives.IsEmpty: false } window)
        {
            sentences.Add(Of(window, ReadingChoices.Of, reading => RevenueMeasure.Of(threshold, asOf, reading), lines));
        }

        return sentences.DrainToImmutable();
    }

    private static ImmutableArray<ReadingCount> Of<T>(
        Reading<T> sentence, Func<T, ReadingChoice> choice, Func<T, RevenueMeasure> measure, IReadOnlyCollection<RevenueLine> lines)
        where T : struct, Enum =>
        [.. sentence.Alternatives.Prepend(sentence.Default).Select((reading, index) =>
            new ReadingCount(choice(reading), index == 0, Counted(measure(reading), lines)))];

    private static decimal Counted(RevenueMeasure measure, IReadOnlyCollection<RevenueLine> lines) =>
        lines.Where(line => measure.Classify(line) == LineOutcome.Counted).Sum(line => line.Amount);
}
