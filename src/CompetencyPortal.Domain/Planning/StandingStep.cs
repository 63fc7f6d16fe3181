using System.Collections.Immutable;

using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What one cause did to a tier, with all other causes left as they are: the answer without it and with it.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Before">The answer without it; null if no revision had the option.</param>
/// <param name="After">The answer with it; null if no revision has the option.</param>
public sealed record StandingStep(ChangeCause Cause, TierStanding? Before, TierStanding? After)
{
    /// <summary>
    /// The lines that count only with the cause, or only without it, each with its outcomes. Empty where the cause is another set of
    /// lines, and where the threshold is no part of both answers.
    /// </summary>
    public IEnumerable<(RevenueLine Line, LineOutcome Before, LineOutcome After)> LinesOf(string threshold)
    {
        if (Cause is ChangeCause.Facts || Finding(Before, threshold) is not { } before || Finding(After, threshold) is not { } after)
        {
            return [];
        }

        return before.Lines().Zip(after.Lines(), (one, other) => (one.Line, one.Outcome, other.Outcome))
            .Where(line => (line.Item2 is LineOutcome.Counted) != (line.Item3 is LineOutcome.Counted));
    }

    /// <summary>Who fits a place with the cause and did not without it; by name, then id.</summary>
    public ImmutableArray<Person> Gained => Only(After, Before);

    /// <summary>Who fitted a place without the cause and does not with it; by name, then id.</summary>
    public ImmutableArray<Person> Lost => Only(Before, After);

    /// <summary>Whether the cause changes the answer or any figure of it.</summary>
    internal bool ChangesAnything => (Before, After) switch
    {
        (null, null) => false,
        ({ } before, { } after) => before.Standing != after.Standing || !FiguresOf(before).SequenceEqual(FiguresOf(after)),
        _ => true,
    };

    private static RevenueFinding? Finding(TierStanding? tier, string threshold) => tier?.Revenue.FirstOrDefault(finding => finding.Threshold.Id == threshold);

    private static ImmutableArray<Person> Only(TierStanding? tier, TierStanding? other)
    {
        var others = (other?.Staffing?.Fitting() ?? []).Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        return [.. (tier?.Staffing?.Fitting() ?? []).Where(person => !others.Contains(person.Id))];
    }

    private static IEnumerable<(string?, decimal?, decimal)> FiguresOf(TierStanding tier) => tier.Findings.Select(finding => finding switch
    {
        RevenueFinding revenue => (revenue.Threshold.Id, revenue.Required, revenue.Sums.Counted),
        StaffingFinding staffing => ((string?)null, (decimal?)staffing.Required, (decimal)staffing.Filled),
        _ => throw new InvalidOperationException($"A finding of the kind {finding.GetType().Name} has no figures to compare."),
    });
}
