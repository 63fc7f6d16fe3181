using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>Teams that are all needed. They are independent of each other: one person may serve in two of them.</summary>
public sealed record StaffingPath
{
    /// <summary>States the path.</summary>
    /// <exception cref="ArgumentException">There is no team.</exception>
    public StaffingPath(ImmutableArray<Team> teams)
    {
        if (teams.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A path has at least one team.", nameof(teams));
        }

        Teams = teams;
        Places = teams.Sum(team => team.Places);
    }

    /// <summary>The teams, in document order.</summary>
    public ImmutableArray<Team> Teams { get; }

    /// <summary>How many places its teams have in all.</summary>
    public int Places { get; }

    /// <inheritdoc/>
    public bool Equals(StaffingPath? other) => other is not null && Teams.AsSpan().SequenceEqual(other.Teams.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Teams.Length, Places, Teams[0]);
}
