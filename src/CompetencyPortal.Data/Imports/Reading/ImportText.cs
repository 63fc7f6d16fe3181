using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

using CompetencyPortal.Data.Csv;

using CsvHelper;

namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>Reads the records of a file one after the other, in memory that depends on the longest record alone.</summary>
internal static class ImportText
{
    /// <summary>The records of <paramref name="file"/>, the header first.</summary>
    /// <exception cref="ImportFileException">The file cannot be read any further.</exception>
    public static async IAsyncEnumerable<ImportRecord> ReadAsync(
        Stream file, ImportDelimiter delimiter, ImportLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var isMalformed = false;
        await using var reader = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                Separator = CharacterOf(delimiter),
                HasHeader = false,
                Encoding = Encoding.UTF8,
                MaxRecordSize = limits.MaxRecordLength,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                OnMalformedRecord = _ => isMalformed = true,
            });
        var (number, line) = (0, 1L);
        while (true)
        {
            isMalformed = false;
            if (!await NextAsync(reader, line, limits, cancellationToken))
            {
                yield break;
            }

            line = reader.LineNumber;
            Refuse(reader, limits);
            var cells = Cells(reader, limits);
            if (isMalformed || !cells.All(string.IsNullOrWhiteSpace))
            {
                yield return new ImportRecord(number, (int)line, cells, reader.FieldCount, isMalformed);
                number = number < ImportColumns.MostRows ? number + 1 : throw new ImportFileException(ImportError.Of(ImportErrorCode.TooManyRows, null, ImportColumns.MostRows));
            }
        }
    }

    public static char CharacterOf(ImportDelimiter delimiter) => delimiter switch
    {
        ImportDelimiter.Comma => ',',
        ImportDelimiter.Semicolon => ';',
        ImportDelimiter.Tab => '\t',
    };

    private static async ValueTask<bool> NextAsync(CsvReader reader, long line, ImportLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException)
        {
            // The one thing that it refuses by itself: a record that has no end within the most that is kept of one.
            throw new ImportFileException(ImportError.Of(ImportErrorCode.RecordTooLong, null, line, limits.MaxRecordLength));
        }
    }

    private static void Refuse(CsvReader reader, ImportLimits limits)
    {
        var raw = reader.RawRecord;
        if (raw.Length > limits.MaxRecordLength)
        {
            throw new ImportFileException(ImportError.Of(ImportErrorCode.RecordTooLong, null, reader.LineNumber, limits.MaxRecordLength));
        }

        if (!Utf8.IsValid(raw))
        {
            throw new ImportFileException(ImportError.Of(ImportErrorCode.FileNotUtf8, null, reader.LineNumber));
        }

        if (raw.Contains((byte)0))
        {
            throw new ImportFileException(ImportError.Of(ImportErrorCode.FileNotText, null, reader.LineNumber));
        }
    }

    private static string[] Cells(CsvReader reader, ImportLimits limits)
    {
        var cells = new string[Math.Min(reader.FieldCount, limits.MaxColumns)];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = reader.GetString(i);
            cells[i] = cell.Contains('\'', StringComparison.Ordinal) ? SpreadsheetText.Original(cell) : cell;
        }

        return cells;
    }
}
