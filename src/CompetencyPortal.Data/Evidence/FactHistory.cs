using System.Collections.Immutable;

namespace CompetencyPortal.Data.Evidence;

/// <summary>An organisation's facts at a moment of the past and now, and what became of each row in between.</summary>
/// <param name="Then">The facts as they stood then.</param>
/// <param name="Now">The facts as they stand now.</param>
/// <param name="Changes">The rows that differ, the latest touched first.</param>
public sealed record FactHistory(FactSet Then, FactSet Now, ImmutableArray<FactChange> Changes);
