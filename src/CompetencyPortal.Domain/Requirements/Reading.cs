using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>
/// How a sentence of the requirements is understood where its text could be understood otherwise:
/// the reading that judges, the other readings that were possible, and since when and why.
/// </summary>
/// <typeparam name="T">The values among which the readings differ.</typeparam>
public sealed record Reading<T>
    where T : struct, Enum
{
    /// <summary>States a reading.</summary>
    /// <exception cref="ArgumentException">An alternative is the default itself, or stands twice.</exception>
    public Reading(T @default, ImmutableArray<T> alternatives, DateOnly decidedOn, string source)
    {
        if (alternatives.Contains(@default) || alternatives.Distinct().Count() != alternatives.Length)
        {
            throw new ArgumentException("The alternatives of a reading differ from its default and from each other.", nameof(alternatives));
        }

        Default = @default;
        Alternatives = alternatives;
        DecidedOn = decidedOn;
        Source = source;
    }

    /// <summary>The reading that judges.</summary>
    public T Default { get; }

    /// <summary>The other readings that the text allows; empty where it leaves nothing open.</summary>
    public ImmutableArray<T> Alternatives { get; }

    /// <summary>The day from which the text is read so.</summary>
    public DateOnly DecidedOn { get; }

    /// <summary>Where the text stands, or what it is silent about.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public bool Equals(Reading<T>? other) =>
        other is not null && EqualityComparer<T>.Default.Equals(Default, other.Default) && DecidedOn == other.DecidedOn
        && Source == other.Source && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Default, DecidedOn, Source);
}
