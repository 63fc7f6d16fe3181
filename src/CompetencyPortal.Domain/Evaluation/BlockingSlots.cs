using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Why a team cannot be filled: slots with more places than there are people who fit any of them (a violation of Hall's condition).
/// They are the slots that alternating paths reach from an unfilled place, the same whatever greatest assignment was found.
/// </summary>
/// <param name="Team">The team's number, from 1 in document order.</param>
/// <param name="Slots">The slots' numbers, from 1, ascending.</param>
/// <param name="Places">How many places these slots have together.</param>
/// <param name="People">Everyone who fits at least one of them, by name, then id; fewer than <paramref name="Places"/>.</param>
public readonly record struct BlockingSlots(int Team, ImmutableArray<int> Slots, int Places, ImmutableArray<Person> People);
