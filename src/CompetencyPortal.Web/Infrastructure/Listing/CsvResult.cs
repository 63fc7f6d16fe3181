using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>A list as a CSV file, sent row by row.</summary>
/// <param name="name">The file's name without its extension.</param>
/// <param name="list">The list.</param>
public sealed class CsvResult(string name, CsvList list) : IActionResult
{
    /// <inheritdoc cref="CsvResult(string, CsvList)"/>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="columns">The columns' names.</param>
    /// <param name="rows">The rows; a value for each column.</param>
    public CsvResult(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows)
        : this(name, new CsvList(columns, rows))
    {
    }

    /// <summary>What stands between the fields; a comma unless the file is made for a spreadsheet of the reader's culture.</summary>
    public char Separator { get; init; } = CsvFile.Separator;

    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = CsvFile.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return CsvFile.WriteAsync(response.Body, list, Separator, context.HttpContext.RequestAborted);
    }
}
