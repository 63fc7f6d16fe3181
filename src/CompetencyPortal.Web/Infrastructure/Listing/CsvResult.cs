using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>
/// A list as a CSV file (RFC 4180), sent row by row. Its columns' names, its dates (ISO) and its numbers (decimal point) are the
/// same in every language, so that programs can read it; a mark at its beginning tells spreadsheets that it is UTF-8.
/// </summary>
/// <param name="name">The file's name without its extension.</param>
/// <param name="columns">The columns' names.</param>
/// <param name="rows">The rows; a value for each column.</param>
public sealed class CsvResult(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows) : IActionResult
{
    /// <summary>A text that begins with one of these would be run by a spreadsheet as a formula; an apostrophe keeps it a text.</summary>
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        var cancelled = context.HttpContext.RequestAborted;
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(Line(columns).AsMemory(), cancelled);
        await foreach (var row in rows.WithCancellation(cancelled))
        {
            await writer.WriteLineAsync(Line(row).AsMemory(), cancelled);
        }
    }

    internal static string Line(IEnumerable<object?> values) => string.Join(',', values.Select(Field));

    private static string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            string { Length: > 0 } words when Formulas.Contains(words[0]) => "'" + words,
            bool flag => flag ? "true" : "false",
            Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
