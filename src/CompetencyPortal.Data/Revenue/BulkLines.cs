using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Revenue;

/// <summary>
/// Edits or deletes many revenue lines of the organisation at work, all or none of them. What they were is kept for a day, so
/// that it can be undone (<see cref="BulkUndo"/>).
/// </summary>
public sealed class BulkLines(PortalDbContext db, TimeProvider time)
{
    /// <summary>How long an act can be undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromHours(24);

    /// <summary>How many lines are read and written at once: as many keys as one statement may name on every provider.</summary>
    private const int Portion = 1000;

    /// <summary>Gives the lines what <paramref name="edit"/> says; deletes them where it is null.</summary>
    /// <param name="chosen">The lines, each at the version at which it was chosen.</param>
    /// <param name="edit">What they are given.</param>
    /// <param name="cancellationToken">Ends it; then nothing is done.</param>
    public async Task<BulkOutcome> ActAsync(IReadOnlyList<ChosenLine> chosen, BulkEdit? edit, CancellationToken cancellationToken)
    {
        if (await MeanwhileAsync(chosen, cancellationToken) is { Count: > 0 } meanwhile)
        {
            return new BulkOutcome(null, meanwhile);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var change = await ApplyAsync(chosen, edit, cancellationToken);
            if (change is null)
            {
                return BulkOutcome.Nothing;
            }

            await transaction.CommitAsync(cancellationToken);
            return new BulkOutcome(change, []);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was faster between the look and the act.
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return new BulkOutcome(null, await MeanwhileAsync(chosen, cancellationToken));
        }
    }

    /// <summary>Those of the lines that are no longer at the version at which they were chosen.</summary>
    public async Task<List<ChosenLine>> MeanwhileAsync(IReadOnlyList<ChosenLine> chosen, CancellationToken cancellationToken)
    {
        var meanwhile = new List<ChosenLine>();
        foreach (var portion in chosen.Chunk(Portion))
        {
            var keys = portion.Select(one => one.Id).ToList();
            var present = await db.RevenueLines.Where(line => keys.Contains(line.Id)).ToDictionaryAsync(line => line.Id, line => line.Version, cancellationToken);
            db.ChangeTracker.Clear();
            meanwhile.AddRange(portion.Where(one => present.GetValueOrDefault(one.Id) != one.Version).Select(one => one with { Version = present.GetValueOrDefault(one.Id) }));
        }

        return meanwhile;
    }

    private async Task<BulkChange?> ApplyAsync(IReadOnlyList<ChosenLine> chosen, BulkEdit? edit, CancellationToken cancellationToken)
    {
        var before = new List<LineBefore>(chosen.Count);
        foreach (var portion in chosen.Chunk(Portion))
        {
            var versions = portion.ToDictionary(one => one.Id, one => one.Version);
            var keys = versions.Keys.ToList();
            foreach (var line in await db.RevenueLines.Where(line => keys.Contains(line.Id)).OrderBy(line => line.Id).ToListAsync(cancellationToken))
            {
                var was = LineBefore.Of(line);
                edit?.ApplyTo(line);
                if (edit is null)
                {
                    db.Remove(line);
                }
                else if (db.Entry(line).State is EntityState.Unchanged)
                {
                    continue;
                }

                db.Expect(line, versions[line.Id]);
                db.AuditFact(line);
                before.Add(was);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return before.Count is 0 ? null : await RememberAsync(edit, before, cancellationToken);
    }

    private async Task<BulkChange> RememberAsync(BulkEdit? edit, List<LineBefore> before, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.BulkChanges.Where(change => change.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var change = new BulkChange
        {
            PartnerId = db.PartnerScope!.Value,
            ActorId = db.ActorId ?? Guid.Empty,
            Act = edit is null ? BulkAct.Deleted : BulkAct.Edited,
            OccurredAt = now,
            ExpiresAt = now + Undoable,
            Lines = before.Count,
            Before = BulkRecord.Of(edit, before).Write(),
        };
        db.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return change;
    }
}
