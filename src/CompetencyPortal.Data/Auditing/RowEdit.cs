namespace CompetencyPortal.Data.Auditing;

/// <summary>One edit of a row, read back from the audit trail.</summary>
/// <param name="Who">The name of whoever made it; null for the program itself, and for people whom the organisation at work does not see.</param>
/// <param name="At">When.</param>
/// <param name="Before">The row before it.</param>
/// <param name="After">The row after it.</param>
public sealed record RowEdit<TRow>(string? Who, DateTimeOffset At, TRow Before, TRow After);
