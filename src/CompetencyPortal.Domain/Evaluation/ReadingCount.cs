namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What counts towards a threshold by one reading of one sentence, with the rest at their defaults.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Judges">Whether it is the reading that judges.</param>
/// <param name="Counted">The amount that counts by it, in US dollars.</param>
public readonly record struct ReadingCount(ReadingChoice Reading, bool Judges, decimal Counted);
