namespace CompetencyPortal.Domain.Revisions;

/// <summary>
/// A stretch of days, half-open inside: it contains <see cref="From"/> and every later day before <see cref="Until"/>.
/// People and documents see it with its last day, inclusive (<see cref="LastDay"/>). Null is open on that side.
/// The default value contains every day.
/// </summary>
public readonly record struct EffectivePeriod
{
    private EffectivePeriod(DateOnly? from, DateOnly? until)
    {
        From = from;
        Until = until;
    }

    /// <summary>The first day; null if it has always been.</summary>
    public DateOnly? From { get; }

    /// <summary>The first day that is no longer part of it; null if it never ends.</summary>
    public DateOnly? Until { get; }

    /// <summary>The last day that is part of it; null if it never ends.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);

    /// <summary>Whether a first and a last day, both inclusive, make a period: the last is not before the first.</summary>
    public static bool IsInOrder(DateOnly? firstDay, DateOnly? lastDay) => !(lastDay < firstDay);

    /// <summary>The period from a first to a last day, both inclusive.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static EffectivePeriod Between(DateOnly? firstDay, DateOnly? lastDay)
    {
        if (!IsInOrder(firstDay, lastDay))
        {
            throw new ArgumentException($"The last day, {lastDay:yyyy-MM-dd}, is before the first, {firstDay:yyyy-MM-dd}.", nameof(lastDay));
        }

        return new EffectivePeriod(firstDay, lastDay == DateOnly.MaxValue ? null : lastDay?.AddDays(1));
    }

    /// <summary>The period that begins on <paramref name="from"/> and ends before <paramref name="until"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public static EffectivePeriod HalfOpen(DateOnly from, DateOnly? until)
    {
        if (until <= from)
        {
            throw new ArgumentException($"A period that begins on {from:yyyy-MM-dd} ends after it, not on {until:yyyy-MM-dd}.", nameof(until));
        }

        return new EffectivePeriod(from, until);
    }

    /// <summary>Whether <paramref name="day"/> is part of it.</summary>
    public bool Contains(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);
}
