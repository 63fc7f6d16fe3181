using System.Collections.Immutable;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Columns;

namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>Finds out from a file's beginning how it is read.</summary>
internal static class HeadReader
{
    private const int SampleRows = 5;

    /// <summary>
    /// The delimiter that lets the most columns be recognised, or failing that splits the header into the most, and the columns
    /// so recognised. The portal's own exports are read the programs' way, everything else the reader's.
    /// </summary>
    public static async Task<ImportHead> DetectAsync(
        ImportKind kind, Func<Stream> open, ImportCulture culture, ImportLimits limits, CancellationToken cancellationToken)
    {
        ImportHead? best = null;
        foreach (var delimiter in Enum.GetValues<ImportDelimiter>())
        {
            var settings = new ImportSettings(delimiter, culture.Name, ImmutableSortedDictionary<ImportColumn, int>.Empty);
            var head = await ReadAsync(kind, open, settings, limits, cancellationToken);
            if (best is null || Rank(head).CompareTo(Rank(best)) > 0)
            {
                best = head;
            }
        }

        return best!.Settings.Delimiter is ImportDelimiter.Comma && ColumnAliases.IsOwnExport(kind, best.Columns)
            ? best with { Settings = best.Settings with { Culture = ImportCulture.Invariant.Name } }
            : best;
    }

    /// <summary>The beginning of a file under given settings; where these name no columns, the ones that are recognised.</summary>
    public static async Task<ImportHead> ReadAsync(
        ImportKind kind, Func<Stream> open, ImportSettings settings, ImportLimits limits, CancellationToken cancellationToken)
    {
        ImportRecord? header = null;
        var sample = new List<ImportRecord>(SampleRows);
        try
        {
            await using var file = open();
            await foreach (var record in ImportText.ReadAsync(file, settings.Delimiter, limits, cancellationToken))
            {
                if (header is null)
                {
                    header = record;
                }
                else
                {
                    sample.Add(record);
                }

                if (sample.Count == SampleRows)
                {
                    break;
                }
            }
        }
        catch (ImportFileException refused)
        {
            return new ImportHead(settings, header?.Cells ?? [], sample, refused.Problem);
        }

        if (header is null || sample.Count == 0)
        {
            return new ImportHead(settings, header?.Cells ?? [], sample, ImportError.Of(ImportErrorCode.FileEmpty, null));
        }

        var columns = settings.Columns.IsEmpty ? ColumnAliases.Recognise(kind, header.Cells) : settings.Columns;
        return new ImportHead(
            settings with { Columns = columns },
            header.Cells,
            sample,
            header.Count > limits.MaxColumns ? ImportError.Of(ImportErrorCode.TooManyColumns, null, limits.MaxColumns) : null);
    }

    private static (int Recognised, int Columns) Rank(ImportHead head) => (head.Settings.Columns.Count, head.Columns.Count);
}
