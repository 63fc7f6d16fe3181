using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Revenue;

/// <summary>
/// Undoes an act on many lines, once and within a day: deleted lines come back under their own keys, edited ones get their
/// values back. A value that somebody has changed since stays as it is, and is named.
/// </summary>
public sealed class BulkUndo(PortalDbContext db, TimeProvider time)
{
    private const int Portion = 1000;

    /// <summary>Whether it can still be undone.</summary>
    public bool IsOpen(BulkChange change) => change.UndoneAt is null && time.GetUtcNow() < change.ExpiresAt;

    /// <summary>Undoes it; null if it is too late, or has been done already.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody undoes it, or edits one of its lines, at this very moment; nothing is done.</exception>
    public async Task<UndoOutcome?> UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var change = await db.BulkChanges.FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (change is null || !IsOpen(change))
        {
            return null;
        }

        change.UndoneAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();

        var record = BulkRecord.Read(change.Before);
        var refused = new List<UndoRefusal>();
        var lines = 0;
        foreach (var portion in record.Lines.Chunk(Portion))
        {
            lines += change.Act is BulkAct.Deleted
                ? await RestoreAsync(portion, refused, cancellationToken)
                : await TakeBackAsync(portion, record.ToEdit(), refused, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        return new UndoOutcome(lines, refused);
    }

    private async Task<int> RestoreAsync(LineBefore[] lines, List<UndoRefusal> refused, CancellationToken cancellationToken)
    {
        var buyers = lines.Select(line => line.Customer).Distinct().ToList();
        var customers = await db.Customers.Where(customer => buyers.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancellationToken);
        var references = lines.Select(line => line.Reference).OfType<string>().ToList();
        var taken = await db.RevenueLines.Where(line => references.Contains(line.ReferenceKey)).Select(line => line.ReferenceKey).ToHashSetAsync(cancellationToken);
        var restored = 0;
        foreach (var was in lines)
        {
            if (!customers.Contains(was.Customer))
            {
                refused.Add(new UndoRefusal(was, LineField.Line));
                continue;
            }

            var line = was.Restored(db.PartnerScope!.Value);
            if (was.Reference is { } reference && taken.Contains(reference))
            {
                line.Reference = null;
                refused.Add(new UndoRefusal(was, LineField.Reference));
            }

            db.Add(line);
            db.AuditFact(line);
            restored++;
        }

        return restored;
    }

    private async Task<int> TakeBackAsync(LineBefore[] lines, BulkEdit edit, List<UndoRefusal> refused, CancellationToken cancellationToken)
    {
        var keys = lines.Select(line => line.Id).ToList();
        var present = await db.RevenueLines.Where(line => keys.Contains(line.Id)).ToDictionaryAsync(line => line.Id, cancellationToken);
        var buyers = lines.Select(line => line.Customer).Distinct().ToList();
        var customers = await db.Customers.Where(customer => buyers.Contains(customer.Id)).Select(customer => customer.Id).ToHashSetAsync(cancellationToken);
        var taken = 0;
        foreach (var was in lines)
        {
            if (!present.TryGetValue(was.Id, out var line))
            {
                refused.Add(new UndoRefusal(was, LineField.Line));
                continue;
            }

            foreach (var field in TakeBack(line, was, edit, customers))
            {
                refused.Add(new UndoRefusal(was, field));
            }

            if (db.Entry(line).State is not EntityState.Unchanged)
            {
                db.AuditFact(line);
                taken++;
            }
        }

        return taken;
    }

    /// <summary>Gives the line back what the edit took; the fields that are no longer what the edit made them stay.</summary>
    private static IEnumerable<LineField> TakeBack(RevenueLine line, LineBefore was, BulkEdit edit, HashSet<Guid> customers)
    {
        if (edit.Customer is { } customer && customer != was.Customer)
        {
            if (line.CustomerId == customer && customers.Contains(was.Customer))
            {
                line.CustomerId = was.Customer;
            }
            else if (line.CustomerId != was.Customer)
            {
                yield return LineField.Customer;
            }
        }

        if (edit.Product is { } product && product.Value != was.Product)
        {
            if (line.Product == product)
            {
                line.Product = new(was.Product);
            }
            else if (line.Product.Value != was.Product)
            {
                yield return LineField.Product;
            }
        }

        if (edit.Date is { } date && date != was.Date)
        {
            if (line.Date == date)
            {
                line.Date = was.Date;
            }
            else if (line.Date != was.Date)
            {
                yield return LineField.Date;
            }
        }

        if (edit.NetNew is { } netNew && netNew != was.NetNew)
        {
            // There are only two values: whoever changed it since has made it what it was.
            line.NetNew = was.NetNew;
        }
    }
}
