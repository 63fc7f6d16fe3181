namespace CompetencyPortal.Data.Evidence;

/// <summary>The last change of an organisation's facts, or of its profile.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null for the program itself.</param>
/// <param name="Name">Their name; null where they are none of the organisation's people, or no longer.</param>
public sealed record LastFactChange(DateTimeOffset At, Guid? By, string? Name);
