using System.Collections.Immutable;

namespace CompetencyPortal.Data.Imports.Effects;

/// <summary>What storing an import would do to the organisation's standings.</summary>
/// <param name="AsOf">The day on which both are judged.</param>
/// <param name="Options">Every option in force on that day, in the rulebook's order, changed or not.</param>
public sealed record ImportEffect(DateOnly AsOf, ImmutableArray<OptionEffect> Options)
{
    /// <summary>The options whose tier, counted revenue or filled places change.</summary>
    public IEnumerable<OptionEffect> Changing => Options.Where(option => option.Changes);

    /// <inheritdoc/>
    public bool Equals(ImportEffect? other) => other is not null && AsOf == other.AsOf && Options.AsSpan().SequenceEqual(other.Options.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, Options.Length);
}
