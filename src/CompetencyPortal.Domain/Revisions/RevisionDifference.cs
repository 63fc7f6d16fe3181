using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>
/// What a revision requires otherwise than the one before it. Dates, sources and the sources of readings are no part of
/// it: they change no answer.
/// </summary>
public sealed record RevisionDifference
{
    private RevisionDifference(
        ImmutableArray<AmountDifference> amounts, ImmutableArray<ThresholdDifference> thresholds, ImmutableArray<StaffingDifference> staffing)
    {
        Amounts = amounts;
        Thresholds = thresholds;
        Staffing = staffing;
    }

    /// <summary>Every amount that either states a place for, changed or not, in document order.</summary>
    public ImmutableArray<AmountDifference> Amounts { get; }

    /// <summary>The thresholds of which something else than the amounts differs: what revenue counts, or whether there is such a threshold.</summary>
    public ImmutableArray<ThresholdDifference> Thresholds { get; }

    /// <summary>The tiers whose staffing differs.</summary>
    public ImmutableArray<StaffingDifference> Staffing { get; }

    /// <summary>Whether both require the same.</summary>
    public bool IsEmpty => Thresholds.IsEmpty && Staffing.IsEmpty && Amounts.All(amount => !amount.IsChanged);

    /// <summary>Compares two revisions of one competency.</summary>
    public static RevisionDifference Between(Revision before, Revision after)
    {
        var amounts = ImmutableArray.CreateBuilder<AmountDifference>();
        var thresholds = ImmutableArray.CreateBuilder<ThresholdDifference>();
        var staffing = ImmutableArray.CreateBuilder<StaffingDifference>();
        foreach (var code in after.Options.Concat(before.Options).Select(option => option.Code).Distinct())
        {
            var (old, @new) = (before.Option(code), after.Option(code));
            var option = (@new ?? old)!;
            foreach (var id in Thresholds(@new).Concat(Thresholds(old)).Select(threshold => threshold.Id).Distinct())
            {
                var threshold = new ThresholdDifference(option, Threshold(old, id), Threshold(@new, id));
                amounts.AddRange(AmountsOf(threshold));
                if (threshold.IsChanged)
                {
                    thresholds.Add(threshold);
                }
            }

            staffing.AddRange(Enum.GetValues<Tier>()
                .Select(tier => new StaffingDifference(option, tier, old?.StaffingFor(tier), @new?.StaffingFor(tier)))
                .Where(tier => tier.Before != tier.After));
        }

        return new RevisionDifference(amounts.DrainToImmutable(), thresholds.DrainToImmutable(), staffing.DrainToImmutable());

        static ImmutableArray<RevenueThreshold> Thresholds(CompetencyOption? option) => option?.Thresholds ?? [];
        static RevenueThreshold? Threshold(CompetencyOption? option, string id) => Thresholds(option).FirstOrDefault(threshold => threshold.Id == id);
    }

    private static IEnumerable<AmountDifference> AmountsOf(ThresholdDifference threshold) =>
        from tier in Enum.GetValues<Tier>()
        let before = threshold.Before?.AmountsFor(tier)
        let after = threshold.After?.AmountsFor(tier)
        where before is not null || after is not null
        from market in Enum.GetValues<Market>()
        select new AmountDifference(threshold.Option, (threshold.After ?? threshold.Before)!, tier, market, before?.In(market), after?.In(market));
}
