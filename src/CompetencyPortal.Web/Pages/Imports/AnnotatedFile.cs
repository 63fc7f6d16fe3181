using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>
/// An imported file as it was sent, with two columns more: what became of each row, and everything that is wrong with it, in the
/// reader's language. It separates its columns as the file does, and can be corrected and imported again as it is.
/// </summary>
public sealed partial class AnnotatedFile(PortalDbContext db, ImportDesk desk, ImportWords words, ImportErrorText errors, IStringLocalizer<ImportTexts> texts)
{
    /// <summary>How many checked rows are fetched at a time.</summary>
    private const int Batch = 1000;

    public async Task<CsvResult> OfAsync(Import import, CancellationToken cancellationToken)
    {
        var header = await desk.RecordsAsync(import.Id, cancellationToken).FirstAsync(cancellationToken);
        var name = Other().Replace(Path.GetFileNameWithoutExtension(import.FileName).ToLowerInvariant(), "-").Trim('-');
        return new CsvResult(
            $"import-{name}".TrimEnd('-'),
            [.. header.Cells, texts["Annotated.Outcome"], texts["Annotated.Errors"]],
            RowsAsync(import, header.Cells.Count, cancellationToken))
        {
            Separator = import.Settings.Delimiter switch
            {
                ImportDelimiter.Comma => ',',
                ImportDelimiter.Semicolon => ';',
                ImportDelimiter.Tab => '\t',
            },
        };
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(Import import, int width, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var results = new Dictionary<int, (ImportOutcome Outcome, IReadOnlyList<ImportError> Errors)>();
        await foreach (var record in desk.RecordsAsync(import.Id, cancellationToken))
        {
            if (record.Number is 0)
            {
                continue;
            }

            if (!results.Remove(record.Number, out var result))
            {
                results.Clear();
                var fetched = await db.ImportRows.AsNoTracking().Where(row => row.ImportId == import.Id && row.Number >= record.Number)
                    .OrderBy(row => row.Number).Take(Batch).Select(row => new { row.Number, row.Outcome, row.Errors }).ToListAsync(cancellationToken);
                foreach (var row in fetched)
                {
                    results.Add(row.Number, (row.Outcome, row.Errors));
                }

                results.Remove(record.Number, out result);
            }

            yield return
            [
                .. Enumerable.Range(0, width).Select(index => Cell(record[index])),
                words[result.Outcome],
                result.Errors is { Count: > 0 } wrong ? string.Join(' ', wrong.Select(error => errors.WithColumn(error, import.Settings.Culture))) : "",
            ];
        }
    }

    /// <summary>A signed number is not run by any spreadsheet, and would be one no longer if it were kept from that.</summary>
    private static object Cell(string text) => PlainNumber().IsMatch(text) ? new WrittenNumber(text) : text;

    [GeneratedRegex(@"^[+\-][0-9][0-9., \u00a0\u202f]*$")]
    private static partial Regex PlainNumber();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();

    /// <summary>A number as it stands in a file.</summary>
    private readonly record struct WrittenNumber(string Text) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => Text;
    }
}
