namespace CompetencyPortal.Domain.Evaluation;

/// <summary>A reading which, tried alone with the rest at their defaults, would change a finding's answer.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Standing">The answer it would give.</param>
public readonly record struct OtherReading(ReadingChoice Reading, Standing Standing);
