using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>The revisions of one competency in the order in which they judge: each until the day before the next.</summary>
public sealed record RevisionHistory
{
    /// <summary>Orders the revisions.</summary>
    /// <exception cref="ArgumentException">There is none, or two are effective from the same day.</exception>
    public RevisionHistory(IEnumerable<Revision> revisions)
    {
        Revisions = [.. revisions.OrderBy(revision => revision.EffectiveFrom)];
        if (Revisions.IsEmpty)
        {
            throw new ArgumentException("A competency has at least one revision.", nameof(revisions));
        }

        for (var i = 1; i < Revisions.Length; i++)
        {
            if (Revisions[i].EffectiveFrom == Revisions[i - 1].EffectiveFrom)
            {
                throw new ArgumentException($"Two revisions are effective from {Revisions[i].EffectiveFrom:yyyy-MM-dd}; a day has one.", nameof(revisions));
            }
        }
    }

    /// <summary>The revisions, the earliest first; at least one.</summary>
    public ImmutableArray<Revision> Revisions { get; }

    /// <summary>The revision that judges on <paramref name="day"/>; null if the day is before the first (not yet in force).</summary>
    public Revision? InForceOn(DateOnly day)
    {
        Revision? inForce = null;
        foreach (var revision in Revisions)
        {
            if (revision.EffectiveFrom > day)
            {
                break;
            }

            inForce = revision;
        }

        return inForce;
    }

    /// <summary>The option with <paramref name="code"/> as the last revision that has it states it; null if none does.</summary>
    public CompetencyOption? LatestOption(string code) => Revisions.Select(revision => revision.Option(code)).LastOrDefault(option => option is not null);

    /// <summary>The first revision that judges only after <paramref name="day"/>; null if none follows.</summary>
    public Revision? NextAfter(DateOnly day) => Revisions.FirstOrDefault(revision => revision.EffectiveFrom > day);

    /// <summary>The first revision judging only after <paramref name="day"/> that states every amount of the option for <paramref name="market"/>; null if none does.</summary>
    public Revision? NextStating(string option, Market market, DateOnly day) => Revisions.FirstOrDefault(revision =>
        revision.EffectiveFrom > day
        && revision.Option(option) is { } found
        && found.Thresholds.All(threshold => Enum.GetValues<Tier>().All(tier => threshold.AmountsFor(tier) is not { } amounts || amounts.In(market) is not null)));

    /// <summary>The days on which <paramref name="revision"/> judges.</summary>
    /// <exception cref="ArgumentException">The revision is not part of this history.</exception>
    public EffectivePeriod PeriodOf(Revision revision)
    {
        var index = Revisions.IndexOf(revision);
        if (index < 0)
        {
            throw new ArgumentException("The revision is not part of this history.", nameof(revision));
        }

        return EffectivePeriod.HalfOpen(revision.EffectiveFrom, index + 1 < Revisions.Length ? Revisions[index + 1].EffectiveFrom : null);
    }

    /// <summary>How <paramref name="revision"/> stands on <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentException">The revision is not part of this history.</exception>
    public RevisionStatus StatusOn(Revision revision, DateOnly day)
    {
        var period = PeriodOf(revision);
        return day < period.From ? RevisionStatus.Announced : period.Contains(day) ? RevisionStatus.InForce : RevisionStatus.Ended;
    }

    /// <inheritdoc/>
    public bool Equals(RevisionHistory? other) => other is not null && Revisions.AsSpan().SequenceEqual(other.Revisions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Revisions.Length, Revisions[0].EffectiveFrom);
}
