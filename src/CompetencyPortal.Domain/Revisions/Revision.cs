using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>The requirements of one competency in force from a day. A published revision is never edited, only followed by another.</summary>
public sealed record Revision
{
    /// <summary>States the revision.</summary>
    /// <exception cref="ArgumentException">There is no option, or two share a code.</exception>
    public Revision(DateOnly effectiveFrom, DateOnly publishedOn, RevisionSource source, ImmutableArray<CompetencyOption> options)
    {
        if (options.IsDefaultOrEmpty || options.DistinctBy(option => option.Code).Count() != options.Length)
        {
            throw new ArgumentException("A revision has at least one option, and its options have different codes.", nameof(options));
        }

        EffectiveFrom = effectiveFrom;
        PublishedOn = publishedOn;
        Source = source;
        Options = options;
    }

    /// <summary>The first day on which it judges.</summary>
    public DateOnly EffectiveFrom { get; init; }

    /// <summary>The day it was published; before it nobody could know of it.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>Where its requirements are written.</summary>
    public RevisionSource Source { get; init; }

    /// <summary>The ways to attain the competency, in document order.</summary>
    public ImmutableArray<CompetencyOption> Options { get; init; }

    /// <summary>The option with <paramref name="code"/>, or null.</summary>
    public CompetencyOption? Option(string code) => Options.FirstOrDefault(option => option.Code == code);

    /// <inheritdoc/>
    public bool Equals(Revision? other) =>
        other is not null && EffectiveFrom == other.EffectiveFrom && PublishedOn == other.PublishedOn && Source == other.Source
        && Options.AsSpan().SequenceEqual(other.Options.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EffectiveFrom, PublishedOn, Source, Options.Length);
}
