using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Saving;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Imports.Storing;

/// <summary>Goes through staged rows page by page, and stores what they add or change with an event of the audit trail each.</summary>
internal sealed class RowPages(PortalDbContext db, ImportPulse pulse)
{
    private const int Added = 4000;
    private const int Edited = 500;

    /// <summary>Adds the fact that each of the rows describes.</summary>
    public async Task AddAsync<TFact>(IQueryable<ImportRow> rows, Func<ImportRow, TFact> describe, CancellationToken cancellationToken)
        where TFact : class, IPartnerFact
    {
        await foreach (var page in PagesAsync(rows, Added, cancellationToken))
        {
            var facts = page.ConvertAll(row => describe(row));
            var events = facts.ConvertAll(fact => FactTrail.EventOfAdded(db, fact));
            await db.InsertAsync(facts, cancellationToken);
            await db.InsertAsync(events, cancellationToken);
            await db.InsertAsync([.. events.Where(one => one.Personal is not null).Select(Detached)], cancellationToken);
            pulse.Done += page.Count;
        }
    }

    /// <summary>Changes the fact that each of the rows names, from the version that the check saw.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A fact is not there any more, or another.</exception>
    public async Task EditAsync<TFact>(
        IQueryable<ImportRow> rows, Func<ImportRow, Guid> key, Func<ImportRow, int> version, Action<TFact, ImportRow> change, CancellationToken cancellationToken)
        where TFact : class, IPartnerFact, IVersioned
    {
        await foreach (var page in PagesAsync(rows, Edited, cancellationToken))
        {
            var keys = page.ConvertAll(row => key(row));
            var facts = await db.Set<TFact>().Where(fact => keys.Contains(EF.Property<Guid>(fact, "Id")))
                .ToDictionaryAsync(fact => (Guid)db.Entry(fact).Property("Id").CurrentValue!, cancellationToken);
            foreach (var row in page)
            {
                var fact = facts.GetValueOrDefault(key(row)) ?? throw new DbUpdateConcurrencyException($"A {typeof(TFact).Name} that the import changes is gone.");
                change(fact, row);
                db.Expect(fact, version(row));
                db.AuditFact(fact);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            pulse.Done += page.Count;
        }
    }

    private static async IAsyncEnumerable<List<ImportRow>> PagesAsync(
        IQueryable<ImportRow> rows, int size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = 0; ;)
        {
            var after = last;
            var page = await rows.AsNoTracking().Where(row => row.Number > after).OrderBy(row => row.Number).Take(size).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                yield break;
            }

            last = page[^1].Number;
            yield return page;
        }
    }

    /// <summary>The personal part of an event as a row of its own.</summary>
    private static AuditPersonalDetail Detached(AuditEvent one) =>
        new() { AuditEventId = one.Id, SubjectId = one.Personal!.SubjectId, Text = one.Personal.Text };
}
