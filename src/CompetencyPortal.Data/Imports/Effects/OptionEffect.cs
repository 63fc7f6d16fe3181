using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Imports.Effects;

/// <summary>What an import would do to one option.</summary>
/// <param name="Competency">The competency's code.</param>
/// <param name="Option">The option's code.</param>
/// <param name="Before">The tier attained now; null for none.</param>
/// <param name="After">The tier attained after the import; null for none.</param>
/// <param name="Figures">The figures of each requirement: thresholds in document order, then people.</param>
public sealed record OptionEffect(string Competency, string Option, Tier? Before, Tier? After, ImmutableArray<RequirementEffect> Figures)
{
    /// <summary>Whether the tier or any figure is another afterwards.</summary>
    public bool Changes => Before != After || Figures.Any(figure => figure.Before != figure.After);

    /// <inheritdoc/>
    public bool Equals(OptionEffect? other) =>
        other is not null && Competency == other.Competency && Option == other.Option && Before == other.Before && After == other.After
        && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Competency, Option, Before, After);
}
