using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A sentence of the requirements that could be understood otherwise.</summary>
/// <param name="Chosen">The reading that judges.</param>
/// <param name="Others">The other readings that the text allows; at least one.</param>
/// <param name="DecidedOn">The day from which the text is read so.</param>
/// <param name="Source">Where the text stands, or what it is silent about.</param>
public sealed record OpenReading(ReadingChoice Chosen, ImmutableArray<ReadingChoice> Others, DateOnly DecidedOn, string Source)
{
    /// <inheritdoc/>
    public bool Equals(OpenReading? other) =>
        other is not null && Chosen == other.Chosen && DecidedOn == other.DecidedOn && Source == other.Source
        && Others.AsSpan().SequenceEqual(other.Others.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Chosen, DecidedOn, Source);
}
