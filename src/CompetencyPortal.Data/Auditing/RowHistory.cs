using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Auditing;

/// <summary>What became of one row since somebody read it, as the audit trail tells.</summary>
public static class RowHistory
{
    /// <summary>The edits that made <paramref name="row"/> what it is, after its version <paramref name="version"/>; the earliest first.</summary>
    public static async Task<IReadOnlyList<RowEdit<TRow>>> EditsSinceAsync<TRow>(this PortalDbContext db, TRow row, int version, CancellationToken cancellationToken)
        where TRow : class, IVersioned
    {
        var entry = db.Entry(row);
        var id = (Guid)entry.Property("Id").CurrentValue!;
        var key = id.ToString();
        string[] actions = [FactTrail.ActionOf(typeof(TRow), nameof(FactAct.Edited)), FactTrail.MarketSet];

        // Every edit raises the version by one and leaves one event, so the difference says how many there were.
        var events = await db.AuditEvents.AsNoTracking().Include(one => one.Personal)
            .Where(one => one.PartnerId == db.PartnerScope && one.EntityId == key && actions.Contains(one.Action))
            .OrderByDescending(one => one.OccurredAt).ThenByDescending(one => one.Id)
            .Take(Math.Max(0, row.Version - version))
            .ToListAsync(cancellationToken);
        var edits = events.Select(FactEvent.Read).OfType<FactEvent>().ToList();
        var names = await NamesAsync(db, edits.Select(one => one.By), cancellationToken);

        var owner = (row as IPartnerOwned)?.PartnerId;
        var (after, values) = (row, FactRow.ToValues(entry.Metadata, row));
        var told = new List<RowEdit<TRow>>();
        foreach (var edit in edits)
        {
            foreach (var (name, value) in edit.Values)
            {
                values[name] = value.Before;
            }

            var before = FactRow.ToRow<TRow>(entry.Metadata, id, owner, values);
            told.Add(new RowEdit<TRow>(edit.By is { } by ? names.GetValueOrDefault(by) : null, edit.At, before, after));
            after = before;
        }

        told.Reverse();
        return told;
    }

    /// <summary>Who deleted the row <paramref name="id"/> of the organisation at work, and when; null if nobody did.</summary>
    public static async Task<(string? Who, DateTimeOffset At)?> DeletionAsync<TFact>(this PortalDbContext db, Guid id, CancellationToken cancellationToken)
        where TFact : IPartnerFact
    {
        var action = FactTrail.ActionOf(typeof(TFact), nameof(FactAct.Deleted));
        return await LastAsync(db, db.AuditEvents.Where(one => one.Action == action), id.ToString(), cancellationToken);
    }

    /// <summary>Who did one of <paramref name="actions"/> to the row <paramref name="key"/> last, and when; null if nobody ever did.</summary>
    public static Task<(string? Who, DateTimeOffset At)?> LastActAsync(this PortalDbContext db, string key, IReadOnlyCollection<string> actions, CancellationToken cancellationToken) =>
        LastAsync(db, db.AuditEvents.Where(one => actions.Contains(one.Action)), key, cancellationToken);

    private static async Task<(string? Who, DateTimeOffset At)?> LastAsync(PortalDbContext db, IQueryable<AuditEvent> events, string key, CancellationToken cancellationToken)
    {
        var last = await events.AsNoTracking().Where(one => one.PartnerId == db.PartnerScope && one.EntityId == key)
            .OrderByDescending(one => one.OccurredAt).ThenByDescending(one => one.Id).Select(one => new { one.ActorId, one.OccurredAt }).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return null;
        }

        var names = await NamesAsync(db, [last.ActorId], cancellationToken);
        return (last.ActorId is { } by ? names.GetValueOrDefault(by) : null, last.OccurredAt);
    }

    private static Task<Dictionary<Guid, string>> NamesAsync(PortalDbContext db, IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        return db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
    }
}
