using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answer for one revenue threshold.</summary>
public sealed class RevenueFinding : Finding
{
    private readonly PartnerEvidence _evidence;
    private readonly DateOnly _asOf;

    private RevenueFinding(
        RevenueThreshold threshold, PartnerEvidence evidence, DateOnly asOf, decimal? required, RevenueSums sums, Standing standing, ImmutableArray<OtherReading> otherReadings)
        : base(standing, otherReadings)
    {
        _evidence = evidence;
        _asOf = asOf;
        Threshold = threshold;
        Required = required;
        Sums = sums;
    }

    /// <summary>The threshold asked about.</summary>
    public RevenueThreshold Threshold { get; }

    /// <summary>The amount required in the partner's market; null if none is stated or the partner has no market.</summary>
    public decimal? Required { get; }

    /// <summary>What counted, and what did not, by reason.</summary>
    public RevenueSums Sums { get; }

    /// <summary>What is missing, zero if nothing; greater than <see cref="Required"/> where credits outweigh; null if undetermined.</summary>
    public decimal? Shortfall => Required is { } required ? Math.Max(0, required - Sums.Counted) : null;

    /// <summary>The partner's market, by which the amounts differ; null if its country is not classified.</summary>
    public Market? Market => _evidence.Market;

    /// <summary>Whether it is undetermined because the partner's country is not classified, rather than because no amount is stated.</summary>
    public bool IsMarketUnknown => Market is null;

    /// <summary>The first day whose revenue counts, inclusive.</summary>
    public DateOnly WindowFirstDay => RevenueMeasure.FirstDayOf(Threshold.Window.Default, _asOf);

    /// <summary>The reasons for which a line may not count towards the threshold, in the order in which they are asked.</summary>
    public IEnumerable<LineOutcome> Reasons =>
    [
        LineOutcome.Product,
        .. Threshold.NetNewOnly ? [LineOutcome.NetNew] : Array.Empty<LineOutcome>(),
        LineOutcome.Window,
        .. Threshold.Association is null ? Array.Empty<LineOutcome>() : [LineOutcome.Association],
    ];

    /// <summary>
    /// What each reason that the threshold knows takes from the revenue entered, in the order in which reasons are asked; what
    /// remains after the last is counted. Worked out anew at each call.
    /// </summary>
    public IEnumerable<WaterfallStep> Waterfall()
    {
        var remaining = Sums.Entered;
        foreach (var reason in Reasons)
        {
            remaining -= Sums.Of(reason);
            yield return new WaterfallStep(reason, Sums.Of(reason), remaining);
        }
    }

    /// <summary>
    /// The day on which the customer of <paramref name="line"/> must be associated, and the association that comes nearest to it;
    /// null if the customer never has one of the types required, or none is required.
    /// </summary>
    public (DateOnly Day, Association? Nearest) AssociationOf(RevenueLine line)
    {
        var day = RevenueMeasure.Of(Threshold, _asOf).AssociationDayOf(line);
        return (day, Threshold.Association?.NearestOf(line.Customer, day));
    }

    /// <summary>
    /// Every line of the evidence with its outcome, by its index in <see cref="PartnerEvidence.Revenue"/>. Worked out anew at each call.
    /// </summary>
    /// <param name="reading">A reading of the threshold that is tried, the rest at their defaults; null for all at their defaults.</param>
    /// <exception cref="ArgumentException">The threshold's text does not allow the reading.</exception>
    public IEnumerable<(int Index, RevenueLine Line, LineOutcome Outcome)> Lines(ReadingChoice? reading = null)
    {
        var measure = reading is not { } tried ? RevenueMeasure.Of(Threshold, _asOf)
            : Knows(tried) ? ReadingChoices.Measure(Threshold, _asOf, tried)
            : throw new ArgumentException($"“{Threshold.Id}” cannot be read as {tried}.", nameof(reading));
        return _evidence.Revenue.Select((line, index) => (index, line, measure.Classify(line)));
    }

    /// <summary>Whether the threshold is read so, or its text would allow it.</summary>
    public bool Knows(ReadingChoice reading) => ReadingChoices.OpenIn(Threshold.Window, Threshold.Association)
        .Any(open => open.Chosen == reading || open.Others.Contains(reading));

    /// <summary>The answer if one sentence were read otherwise, with the rest at their defaults.</summary>
    public Standing StandingBy(ReadingChoice reading)
    {
        foreach (var other in OtherReadings)
        {
            if (other.Reading == reading)
            {
                return other.Standing;
            }
        }

        return Standing;
    }

    internal static RevenueFinding Of(RevenueThreshold threshold, Tier tier, PartnerEvidence evidence, DateOnly asOf, in CountedRevenue counted)
    {
        var required = evidence.Market is { } market ? threshold.AmountsFor(tier)?.In(market) : null;
        var standing = StandingOf(required, counted.Sums.Counted);
        return new RevenueFinding(threshold, evidence, asOf, required, counted.Sums, standing, OtherReadingsOf(counted, required, standing));
    }

    private static ImmutableArray<OtherReading> OtherReadingsOf(in CountedRevenue counted, decimal? required, Standing standing)
    {
        var changing = ImmutableArray<OtherReading>.Empty;
        foreach (var count in counted.ByOtherReading)
        {
            if (StandingOf(required, count.Counted) is var other && other != standing)
            {
                changing = changing.Add(new OtherReading(count.Reading, other));
            }
        }

        return changing;
    }

    private static Standing StandingOf(decimal? required, decimal counted) =>
        required is not { } amount ? Standing.Undetermined : counted >= amount ? Standing.Met : Standing.NotMet;
}
