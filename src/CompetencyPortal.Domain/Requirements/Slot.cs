using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Requirements;

/// <summary>A number of places of one team that each want the same of the person who fills it.</summary>
public sealed record Slot
{
    /// <summary>States the slot.</summary>
    /// <param name="places">How many people it wants; 1 to <see cref="MostPlaces"/>.</param>
    /// <param name="criterion">What each of them must hold.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="places"/> is out of its bounds.</exception>
    public Slot(int places, Criterion criterion)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(places, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, MostPlaces);
        Places = places;
        Criterion = criterion;
    }

    /// <summary>The greatest number of places of one slot.</summary>
    public const int MostPlaces = 10_000;

    /// <summary>How many people it wants.</summary>
    public int Places { get; }

    /// <summary>What each of them must hold.</summary>
    public Criterion Criterion { get; }
}
