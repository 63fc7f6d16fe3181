namespace CompetencyPortal.Data.Saving;

/// <summary>Many rows of one table, column by column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Its columns; all of one length.</param>
/// <param name="Count">How many rows there are.</param>
public sealed record BulkRows(string Table, IReadOnlyList<BulkColumn> Columns, int Count);
