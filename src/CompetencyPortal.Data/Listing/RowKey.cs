namespace CompetencyPortal.Data.Listing;

/// <summary>A row as a bookmark holds it: its key, and the value that the list is sorted by, as text.</summary>
public sealed record RowKey(Guid Row, string Value);
