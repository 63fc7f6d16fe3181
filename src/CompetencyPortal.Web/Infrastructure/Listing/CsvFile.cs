using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CompetencyPortal.Data.Csv;
using CsvHelper;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>
/// How the portal writes CSV (RFC 4180): UTF-8 with a mark at its beginning that tells spreadsheets so, commas, and in every
/// language the same names of columns, ISO dates, decimal points, and <c>true</c> or <c>false</c>, so that programs can read it,
/// the portal's own import first of all. A text stands in quotes where anybody would split it, and what a spreadsheet would run
/// is kept a text (<see cref="SpreadsheetText"/>); a negative amount is a number and stays one.
/// </summary>
internal static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>What stands between the fields, unless a file is made for somebody's spreadsheet.</summary>
    public const char Separator = ',';

    /// <summary>What a spreadsheet of some culture splits at, beside what the file itself does.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t");

    /// <summary>Writes a list row by row.</summary>
    /// <param name="stream">Receives it, and stays open.</param>
    /// <param name="list">The list.</param>
    /// <param name="separator">What stands between the fields.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(Stream stream, CsvList list, char separator, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, Separator = separator }, leaveOpen: true);
        await WriteRowAsync(csv, list.Columns, cancellationToken);
        await foreach (var row in list.Rows.WithCancellation(cancellationToken))
        {
            await WriteRowAsync(csv, row, cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static async ValueTask WriteRowAsync(CsvWriter csv, IReadOnlyList<object?> values, CancellationToken cancellationToken)
    {
        foreach (var value in values)
        {
            var text = Text(value);
            csv.WriteField(text, text.AsSpan().ContainsAny(Separators) ? CsvQuoting.Always : CsvQuoting.WhenNeededOrWhitespace);
        }

        await csv.EndRecordAsync(cancellationToken);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string words => SpreadsheetText.Harmless(words),
        bool flag => flag ? "true" : "false",
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => SpreadsheetText.Harmless(value.ToString()!),
    };
}
