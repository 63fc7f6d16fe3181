namespace CompetencyPortal.Data.Revenue;

/// <summary>What came of an undo.</summary>
/// <param name="Lines">How many lines are again what they were, in part or in whole.</param>
/// <param name="Refused">What was left, value by value.</param>
public sealed record UndoOutcome(int Lines, IReadOnlyList<UndoRefusal> Refused);
