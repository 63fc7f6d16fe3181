using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Somebody who holds part of what a slot asks for.</summary>
/// <param name="Person">Who.</param>
/// <param name="Team">The team's number, from 1 in document order.</param>
/// <param name="Slot">The slot's number in the team, from 1 in document order.</param>
/// <param name="Missing">What the person lacks.</param>
public readonly record struct NearMiss(Person Person, int Team, int Slot, Criterion Missing);
