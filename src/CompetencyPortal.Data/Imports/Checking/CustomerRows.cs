using System.Collections.Immutable;
using System.Globalization;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Reading;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// Rows of customers with their associations. A customer is known by the organisation's code; one without, by its name. A code
/// that nobody has yet is given to the one customer of that name that has none. An association is known by what it says.
/// </summary>
internal sealed class CustomerRows(Import import) : IRowCheck
{
    private readonly RowKeys _keys = new(import);
    private StoredCustomers _customers = new();

    /// <inheritdoc/>
    public async Task LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        _customers = await StoredCustomers.LoadAsync(db, cancellationToken);
        await _customers.LoadAssociationsAsync(db, cancellationToken);
    }

    /// <inheritdoc/>
    public ImportRow Check(RowReader row)
    {
        var before = row.Errors.Count;
        var code = row.Reference(ImportColumn.CustomerCode);
        var name = row.Name(ImportColumn.Customer, Customer.NameLength);
        var (stored, key) = row.Errors.Count > before ? (null, null) : Find(row, code, name);
        var isKnown = row.Errors.Count == before;

        var (from, until) = row.Period();
        var type = row.Association(ImportColumn.Association, isRequired: from is not null || until is not null);

        var subject = stored?.Id ?? key;
        var storedName = name ?? stored?.Name;
        var storedCode = code ?? stored?.Code;
        var changes = stored is null ? [] : ChangesOf(stored, storedName, storedCode);
        var subjectOutcome = stored is null ? ImportOutcome.New : changes.IsEmpty ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        var isStored = type is { } kind && stored?.Associations.Contains((kind, from, until)) is true;
        var targetOutcome = type is null ? (ImportOutcome?)null : isStored ? ImportOutcome.Unchanged : ImportOutcome.New;
        return new ImportRow
        {
            PartnerId = import.PartnerId,
            ImportId = import.Id,
            Number = row.Record.Number,
            Line = row.Record.Line,
            Outcome = row.IsRefused ? ImportOutcome.Refused : RowOutcome.Of(subjectOutcome, targetOutcome),
            Changes = row.IsRefused ? [] : changes,
            Identity = subject,
            Content = isKnown ? RowKeys.Content($"{storedCode}|{storedName}") : null,
            SubjectId = subject,
            SubjectOutcome = row.IsRefused ? null : subjectOutcome,
            SubjectVersion = stored?.Version,
            TargetId = targetOutcome is ImportOutcome.New && subject is not null
                ? _keys.Of(string.Create(CultureInfo.InvariantCulture, $"a|{subject}|{type}|{from:yyyy-MM-dd}|{until:yyyy-MM-dd}"))
                : null,
            TargetOutcome = row.IsRefused ? null : targetOutcome,
            Reference = storedCode,
            Name = storedName,
            Association = type,
            From = from,
            Until = until,
        };
    }

    /// <summary>The customer that is meant, or the key of a new one; neither, if that is refused.</summary>
    private (StoredCustomer? Stored, Guid? Key) Find(RowReader row, OwnReference? code, string? name)
    {
        if (code is { } given && _customers.ByCode(given) is { } coded)
        {
            return (coded, null);
        }

        if (name is null)
        {
            row.Refuse(ImportErrorCode.Missing, ImportColumn.Customer);
            return (null, null);
        }

        var named = code is null ? _customers.ByName(name) : _customers.WithoutCode(name);
        switch (named.Count)
        {
            case 0:
                return (null, _keys.Of(code is null ? $"n|{NameIndex<StoredCustomer>.KeyOf(name)}" : $"c|{code}"));
            case 1:
                return (named[0], null);
            default:
                row.Refuse(ImportErrorCode.CustomerAmbiguous, ImportColumn.Customer, name, named.Count);
                return (null, null);
        }
    }

    private static ImmutableArray<ImportChange> ChangesOf(StoredCustomer stored, string? name, OwnReference? code)
    {
        var changes = ImmutableArray.CreateBuilder<ImportChange>();
        if (stored.Name != name)
        {
            changes.Add(new ImportChange(ImportColumn.Customer, stored.Name, name));
        }

        if (stored.Code != code)
        {
            changes.Add(new ImportChange(ImportColumn.CustomerCode, stored.Code?.Value, code?.Value));
        }

        return changes.DrainToImmutable();
    }
}
