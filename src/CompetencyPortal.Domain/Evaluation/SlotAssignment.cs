using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Who fills a slot.</summary>
/// <param name="Team">The team's number, from 1 in document order.</param>
/// <param name="Slot">The slot's number in the team, from 1 in document order.</param>
/// <param name="Places">How many people the slot wants.</param>
/// <param name="People">Who fills it, by name, then id; never more than <paramref name="Places"/>.</param>
public readonly record struct SlotAssignment(int Team, int Slot, int Places, ImmutableArray<Person> People)
{
    /// <summary>How many of its places nobody fills.</summary>
    public int Unfilled => Places - People.Length;
}
