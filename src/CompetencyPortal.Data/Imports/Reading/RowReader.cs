using System.Collections.Immutable;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Values;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Data.Imports.Reading;

/// <summary>One record on its way to a row: what its cells say, and everything that is wrong with them.</summary>
internal sealed class RowReader(ImportRecord record, ImmutableSortedDictionary<ImportColumn, int> columns, CellReader cells)
{
    /// <summary>The longest cell that anything could be made of.</summary>
    private const int LongestCell = 1000;

    private readonly List<ImportError> _errors = [];

    public ImportRecord Record => record;

    public IReadOnlyList<ImportError> Errors => _errors;

    public bool IsRefused => _errors.Count > 0;

    /// <summary>Whether the file has the column at all: where it has not, what is stored stays as it is.</summary>
    public bool Has(ImportColumn column) => columns.ContainsKey(column);

    /// <summary>Notes what is wrong with the record as a whole.</summary>
    public void CheckShape(int header)
    {
        if (record.IsMalformed)
        {
            Refuse(ImportErrorCode.BadQuotes, null);
        }

        if (record.Count > header && (record.Count > record.Cells.Count || record.Cells.Skip(header).Any(cell => !string.IsNullOrWhiteSpace(cell))))
        {
            Refuse(ImportErrorCode.TooManyCells, null, record.Count, header);
        }
    }

    public void Refuse(ImportErrorCode code, ImportColumn? column, params ReadOnlySpan<object> arguments) => _errors.Add(ImportError.Of(code, column, arguments));

    /// <summary>What stands in the column; null where nothing does, or nothing that can be read.</summary>
    public string? Text(ImportColumn column, bool isRequired = false)
    {
        var text = columns.TryGetValue(column, out var index) ? record[index].Trim() : "";
        if (text.Length == 0)
        {
            if (isRequired)
            {
                Refuse(ImportErrorCode.Missing, column);
            }

            return null;
        }

        if (text.Length > LongestCell)
        {
            Refuse(ImportErrorCode.CellTooLong, column, LongestCell);
            return null;
        }

        if (!PlainText.Is(text))
        {
            Refuse(ImportErrorCode.NotText, column);
            return null;
        }

        return text;
    }

    public string? Name(ImportColumn column, int longest)
    {
        var name = Text(column);
        if (name?.Length > longest)
        {
            Refuse(ImportErrorCode.NameTooLong, column, longest);
            return null;
        }

        return name;
    }

    public OwnReference? Reference(ImportColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (OwnReference.TryParse(text, out var reference))
        {
            return reference;
        }

        Refuse(ImportErrorCode.ReferenceInvalid, column, text, OwnReference.MaxLength);
        return null;
    }

    public EmailAddress? Email(ImportColumn column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var address))
        {
            return address;
        }

        Refuse(ImportErrorCode.EmailInvalid, column, text);
        return null;
    }

    public DateOnly? Day(ImportColumn column, bool isRequired = false)
    {
        if (Text(column, isRequired) is not { } text)
        {
            return null;
        }

        if (!cells.TryDay(text, out var day))
        {
            Refuse(ImportErrorCode.DateUnreadable, column, text);
            return null;
        }

        if (!PlausibleDays.Include(day))
        {
            Refuse(ImportErrorCode.DateOutOfBounds, column, text, PlausibleDays.Earliest.Year, PlausibleDays.Latest.Year);
            return null;
        }

        return day;
    }

    public (DateOnly? From, DateOnly? Until) Period()
    {
        var from = Day(ImportColumn.From);
        var until = Day(ImportColumn.Until);
        if (!EffectivePeriod.IsInOrder(from, until))
        {
            Refuse(ImportErrorCode.PeriodReversed, ImportColumn.Until, $"{from:yyyy-MM-dd}", $"{until:yyyy-MM-dd}");
        }

        return (from, until);
    }

    public decimal? Amount(ImportColumn column)
    {
        if (Text(column, isRequired: true) is not { } text)
        {
            return null;
        }

        if (!cells.TryAmount(text, out var amount))
        {
            Refuse(CellReader.IsOtherCurrency(text) ? ImportErrorCode.AmountNotDollars : ImportErrorCode.AmountUnreadable, column, text);
            return null;
        }

        switch (Money.FormatOf(amount))
        {
            case MoneyFormat.TooManyDecimals:
                Refuse(ImportErrorCode.AmountTooManyDecimals, column, text);
                return null;
            case MoneyFormat.TooLarge:
                Refuse(ImportErrorCode.AmountTooLarge, column, text);
                return null;
            case MoneyFormat.Valid:
            default:
                return Money.WithCents(amount);
        }
    }

    public bool? Flag(ImportColumn column)
    {
        if (Text(column, isRequired: true) is not { } text)
        {
            return null;
        }

        if (CellReader.TryFlag(text, out var flag))
        {
            return flag;
        }

        Refuse(ImportErrorCode.FlagUnreadable, column, text);
        return null;
    }

    public AssociationType? Association(ImportColumn column, bool isRequired)
    {
        if (Text(column, isRequired) is not { } text)
        {
            return null;
        }

        if (CellReader.TryAssociation(text, out var type))
        {
            return type;
        }

        Refuse(ImportErrorCode.AssociationUnknown, column, text);
        return null;
    }
}
