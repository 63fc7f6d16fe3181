namespace CompetencyPortal.Data.Saving;

/// <summary>One column of many rows.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Values">A value for each row, as the database keeps it: an array of the type itself, or of its nullable.</param>
public sealed record BulkColumn(string Name, Array Values);
