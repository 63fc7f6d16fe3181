using System.Collections.Immutable;

using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>Days on which a customer has the same number of associations of one type.</summary>
/// <param name="Period">The days.</param>
/// <param name="Associations">How many there are on each of them: none is a gap, more than one an overlap.</param>
public readonly record struct AssociationStretch(EffectivePeriod Period, int Associations)
{
    /// <summary>Whether the associations leave these days out, between one and the next.</summary>
    public bool IsGap => Associations == 0;

    /// <summary>Whether several associations share these days.</summary>
    public bool IsOverlap => Associations > 1;

    /// <summary>
    /// The stretches from the first day of the first of <paramref name="periods"/> to the last day of the last, in their order, without
    /// a day left out; neighbours differ in number. Empty if there is no period.
    /// </summary>
    public static ImmutableArray<AssociationStretch> Of(IReadOnlyCollection<EffectivePeriod> periods)
    {
        // Only where a period begins or has ended can the number change.
        var ends = periods.Select(period => period.Until).OfType<DateOnly>();
        var changes = periods.Select(period => period.From).OfType<DateOnly>().Concat(ends).Distinct().Order().ToList();
        var stretches = ImmutableArray.CreateBuilder<AssociationStretch>();
        foreach (var (from, until) in changes.Select(day => (DateOnly?)day).Prepend(null).Zip(changes.Select(day => (DateOnly?)day).Append(null)))
        {
            var number = periods.Count(period => period.Contains(from ?? until?.AddDays(-1) ?? DateOnly.MinValue));
            if (number == 0 && (from is null || until is null))
            {
                continue;
            }

            var merged = stretches is [.., var last] && last.Associations == number;
            var first = merged ? stretches[^1].Period.From : from;
            if (merged)
            {
                stretches.RemoveAt(stretches.Count - 1);
            }

            stretches.Add(new AssociationStretch(EffectivePeriod.Between(first, until?.AddDays(-1)), number));
        }

        return stretches.DrainToImmutable();
    }
}
