namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>A list as it is written into a file.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows; a value for each column.</param>
public sealed record CsvList(IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows);
