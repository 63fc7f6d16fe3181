using System.Collections.Immutable;
using System.Globalization;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Imports.Reading;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// Rows of revenue. A line is known by its reference. One without is known by what it says, and how often: as many rows as
/// there are such lines without a reference are those lines, and the rest are new.
/// </summary>
internal sealed class RevenueRows(Import import, Rulebook rulebook) : IRowCheck
{
    private readonly RowKeys _keys = new(import);
    private readonly Dictionary<OwnReference, StoredLine> _byReference = [];
    private readonly Dictionary<LineContent, int> _unclaimed = [];
    private readonly Dictionary<string, ProductCode?> _products = new(StringComparer.Ordinal);
    private StoredCustomers _customers = new();

    /// <inheritdoc/>
    public async Task LoadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        _customers = await StoredCustomers.LoadAsync(db, cancellationToken);
        var codes = rulebook.Products.All.ToDictionary(product => product.Code, product => product.Code);
        var lines = db.RevenueLines.AsNoTracking()
            .Select(line => new { line.Id, line.Version, line.Reference, line.CustomerId, line.Product, line.Date, line.Amount, line.NetNew });
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            // One text for each product, however many lines there are.
            var content = new LineContent(line.CustomerId, codes.GetValueOrDefault(line.Product, line.Product), line.Date, line.Amount, line.NetNew);
            if (line.Reference is { } reference)
            {
                _byReference.Add(reference, new StoredLine(line.Id, line.Version, content));
            }
            else
            {
                _unclaimed[content] = _unclaimed.GetValueOrDefault(content) + 1;
            }
        }
    }

    /// <inheritdoc/>
    public ImportRow Check(RowReader row)
    {
        var reference = row.Reference(ImportColumn.Reference);
        var customer = FindCustomer(row);
        var product = FindProduct(row);
        var date = row.Day(ImportColumn.Date, isRequired: true);
        var amount = row.Amount(ImportColumn.Amount);
        var netNew = row.Flag(ImportColumn.NetNew);
        var content = customer is not null && product is not null && date is not null && amount is not null && netNew is not null
            ? new LineContent(customer.Id, product.Value, date.Value, amount.Value, netNew.Value)
            : (LineContent?)null;
        var stored = reference is null ? null : _byReference.GetValueOrDefault(reference.Value);
        var identity = reference is null ? (Guid?)null : stored?.Id ?? _keys.Of(reference.Value.Value);
        var outcome = row.IsRefused ? ImportOutcome.Refused : OutcomeOf(content!.Value, reference, stored);
        return new ImportRow
        {
            PartnerId = import.PartnerId,
            ImportId = import.Id,
            Number = row.Record.Number,
            Line = row.Record.Line,
            Outcome = outcome,
            Identity = identity,
            Content = identity is null || content is null ? null : RowKeys.Content(content.Value.ToString()),
            SubjectId = customer?.Id,
            SubjectOutcome = row.IsRefused ? null : ImportOutcome.Unchanged,
            TargetId = identity ?? (outcome is ImportOutcome.New ? Guid.CreateVersion7() : null),
            TargetOutcome = row.IsRefused ? null : outcome,
            TargetVersion = stored?.Version,
            Changes = outcome is ImportOutcome.Changed ? ChangesOf(stored!.Content, content!.Value) : [],
            Reference = reference,
            Name = customer?.Name,
            Product = product,
            Date = date,
            Amount = amount,
            NetNew = netNew,
        };
    }

    private ImportOutcome OutcomeOf(LineContent content, OwnReference? reference, StoredLine? stored)
    {
        if (reference is not null)
        {
            return stored is null ? ImportOutcome.New : stored.Content == content ? ImportOutcome.Unchanged : ImportOutcome.Changed;
        }

        if (_unclaimed.GetValueOrDefault(content) is var unclaimed and > 0)
        {
            _unclaimed[content] = unclaimed - 1;
            return ImportOutcome.Unchanged;
        }

        return ImportOutcome.New;
    }

    private StoredCustomer? FindCustomer(RowReader row)
    {
        var errors = row.Errors.Count;
        if (row.Reference(ImportColumn.CustomerCode) is { } code)
        {
            if (_customers.ByCode(code) is { } coded)
            {
                return coded;
            }

            row.Refuse(ImportErrorCode.CustomerUnknown, ImportColumn.CustomerCode, code.Value);
            return null;
        }

        if (row.Errors.Count > errors || row.Text(ImportColumn.Customer, isRequired: true) is not { } name)
        {
            return null;
        }

        var named = _customers.ByName(name);
        if (named.Count == 1)
        {
            return named[0];
        }

        if (named.Count > 1)
        {
            row.Refuse(ImportErrorCode.CustomerAmbiguous, ImportColumn.Customer, name, named.Count);
        }
        else
        {
            row.Refuse(ImportErrorCode.CustomerUnknown, ImportColumn.Customer, name);
        }

        return null;
    }

    private ProductCode? FindProduct(RowReader row)
    {
        if (row.Text(ImportColumn.Product, isRequired: true) is not { } text)
        {
            return null;
        }

        if (!_products.TryGetValue(text, out var product))
        {
            product = rulebook.Products.Find(text)?.Code;
            if (product is not null)
            {
                _products[text] = product;
            }
        }

        if (product is null)
        {
            row.Refuse(ImportErrorCode.ProductUnknown, ImportColumn.Product, text);
        }

        return product;
    }

    private ImmutableArray<ImportChange> ChangesOf(LineContent old, LineContent changed)
    {
        var changes = ImmutableArray.CreateBuilder<ImportChange>();
        Note(ImportColumn.Customer, _customers.ById(old.Customer)?.Name, _customers.ById(changed.Customer)?.Name, old.Customer != changed.Customer);
        Note(ImportColumn.Product, old.Product.Value, changed.Product.Value, old.Product != changed.Product);
        Note(ImportColumn.Date, $"{old.Date:yyyy-MM-dd}", $"{changed.Date:yyyy-MM-dd}", old.Date != changed.Date);
        Note(ImportColumn.Amount, old.Amount.ToString(CultureInfo.InvariantCulture), changed.Amount.ToString(CultureInfo.InvariantCulture), old.Amount != changed.Amount);
        Note(ImportColumn.NetNew, old.NetNew ? "true" : "false", changed.NetNew ? "true" : "false", old.NetNew != changed.NetNew);
        return changes.DrainToImmutable();

        void Note(ImportColumn column, string? before, string? after, bool differs)
        {
            if (differs)
            {
                changes.Add(new ImportChange(column, before, after));
            }
        }
    }

    private readonly record struct LineContent(Guid Customer, ProductCode Product, DateOnly Date, decimal Amount, bool NetNew)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Customer}|{Product}|{Date:yyyy-MM-dd}|{Domain.Competencies.Money.WithCents(Amount)}|{NetNew}");
    }

    private sealed record StoredLine(Guid Id, int Version, LineContent Content);
}
