using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>What one reading of an open sentence makes count, and how the tiers stand by it.</summary>
/// <param name="Count">The reading and its amount.</param>
/// <param name="Tiers">The answer for each tier that asks for the threshold.</param>
public sealed record ReadingView(ReadingCount Count, ImmutableArray<(Tier Tier, Standing Standing)> Tiers)
{
    /// <summary>The readings of each open sentence by which amounts differ, the one that judges first.</summary>
    public static ImmutableArray<ImmutableArray<ReadingView>> Of(
        ImmutableArray<(Tier Tier, RevenueFinding Finding)> findings, ImmutableArray<RevenueLine> lines, DateOnly asOf) =>
        [.. ReadingCounts.Of(findings[0].Finding.Threshold, lines, asOf)
            .Where(sentence => sentence.Select(reading => reading.Counted).Distinct().Count() > 1)
            .Select(sentence => sentence.Select(reading => new ReadingView(
                reading, [.. findings.Select(one => (one.Tier, one.Finding.StandingBy(reading.Reading)))])).ToImmutableArray())];
}
