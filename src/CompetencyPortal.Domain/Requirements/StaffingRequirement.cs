using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>What a tier asks of a partner's people: a list of paths of which any one is enough.</summary>
public sealed record StaffingRequirement
{
    /// <summary>States the requirement.</summary>
    /// <exception cref="ArgumentException">There is no path.</exception>
    public StaffingRequirement(ImmutableArray<StaffingPath> paths)
    {
        if (paths.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A staffing requirement has at least one path.", nameof(paths));
        }

        Paths = paths;
    }

    /// <summary>The paths, in document order.</summary>
    public ImmutableArray<StaffingPath> Paths { get; }

    /// <inheritdoc/>
    public bool Equals(StaffingRequirement? other) => other is not null && Paths.AsSpan().SequenceEqual(other.Paths.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Paths.Length, Paths[0]);
}
