using System.Collections.Immutable;

using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Values;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Evidence;

/// <summary>
/// The facts of an organisation as they stood at a moment of the past: today's facts with the audit trail played backwards,
/// event by event. Nothing is stored twice for it (decision 0031).
/// </summary>
public sealed class FactHistoryQuery(PortalDbContext db)
{
    /// <summary>The history of the organisation at work (<see cref="PortalDbContext.PartnerScope"/>) since <paramref name="since"/>.</summary>
    /// <exception cref="InvalidOperationException">No organisation is at work.</exception>
    public async Task<FactHistory> LoadAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var partnerId = db.PartnerScope ?? throw new InvalidOperationException("The history of facts is an organisation's; none is at work.");
        since = Instant.ToStored(since);

        // Each statement sees the moment at which it runs; the facts' version tells whether they belong together.
        while (true)
        {
            var partner = await db.Partners.AsNoTracking().SingleAsync(row => row.Id == partnerId, cancellationToken);
            var events = await db.AuditEvents.AsNoTracking().Include(row => row.Personal)
                .Where(row => row.PartnerId == partnerId && row.OccurredAt > since && FactTrail.Kinds.Contains(row.EntityType))
                .ToListAsync(cancellationToken);
            var before = PlayBack(partner, events);
            var countries = new[] { before.CountryCode, partner.CountryCode };
            var classifications = await db.CountryMarkets.AsNoTracking().Where(row => countries.Contains(row.CountryCode)).ToListAsync(cancellationToken);
            var trail = events.Select(FactEvent.Read).OfType<FactEvent>().OrderByDescending(one => one.At).ThenByDescending(one => one.Event)
                .GroupBy(one => one.Kind).ToDictionary(kind => kind.Key, kind => kind.GroupBy(one => one.Id).ToList());
            var customers = await LoadAsync<Customer>(trail, cancellationToken);
            var associations = await LoadAsync<CustomerAssociation>(trail, cancellationToken);
            var lines = await LoadAsync<RevenueLine>(trail, cancellationToken);
            var people = await LoadAsync<Person>(trail, cancellationToken);
            var passes = await LoadAsync<PersonCredential>(trail, cancellationToken);
            if (partner.FactsVersion == await db.Partners.Where(row => row.Id == partnerId).Select(row => row.FactsVersion).SingleAsync(cancellationToken))
            {
                return new FactHistory(
                    new FactSet(before, classifications, customers.Then, associations.Then, lines.Then, people.Then, passes.Then),
                    new FactSet(partner, classifications, customers.Now, associations.Now, lines.Now, people.Now, passes.Now),
                    [.. customers.Changes.Concat(associations.Changes).Concat(lines.Changes).Concat(people.Changes).Concat(passes.Changes)
                        .OrderByDescending(change => change.At)]);
            }
        }
    }

    private async Task<Table<TFact>> LoadAsync<TFact>(Dictionary<string, List<IGrouping<Guid, FactEvent>>> trail, CancellationToken cancellationToken)
        where TFact : class, IPartnerFact
    {
        var type = db.Model.FindEntityType(typeof(TFact))!;
        var key = type.FindProperty("Id")!.PropertyInfo!;
        var now = await db.Set<TFact>().AsNoTracking().ToDictionaryAsync(row => (Guid)key.GetValue(row)!, cancellationToken);
        if (!trail.TryGetValue(typeof(TFact).Name, out var touched))
        {
            return new Table<TFact>(now, now, []);
        }

        var then = new Dictionary<Guid, TFact>(now);
        var changes = new List<FactChange>();
        foreach (var row in touched)
        {
            var present = now.GetValueOrDefault(row.Key);
            var after = present is null ? null : FactRow.ToValues(type, present);
            var before = PlayBack(after, row);
            if (before is null)
            {
                then.Remove(row.Key);
            }
            else
            {
                then[row.Key] = FactRow.ToRow<TFact>(type, row.Key, db.PartnerScope, before);
            }

            if (ActBetween(before, after) is { } act)
            {
                var last = row.First();
                changes.Add(new FactChange(act, before is null ? null : then[row.Key], present, last.By, last.At));
            }
        }

        return new Table<TFact>(then, now, changes);
    }

    /// <summary>The values of a row before <paramref name="events"/>, the latest first; null if it was not there.</summary>
    private static Dictionary<string, string?>? PlayBack(Dictionary<string, string?>? values, IEnumerable<FactEvent> events)
    {
        values = values is null ? null : new Dictionary<string, string?>(values, StringComparer.Ordinal);
        foreach (var one in events)
        {
            switch (one.Act)
            {
                case FactAct.Added:
                    values = null;
                    break;
                case FactAct.Deleted:
                    values = one.Values.ToDictionary(value => value.Key, value => value.Value.Before, StringComparer.Ordinal);
                    break;
                case FactAct.Edited when values is not null:
                    foreach (var (name, value) in one.Values)
                    {
                        values[name] = value.Before;
                    }

                    break;
            }
        }

        return values;
    }

    /// <summary>The organisation before <paramref name="events"/>: its profile, and the market that staff set.</summary>
    private Partner PlayBack(Partner partner, List<AuditEvent> events)
    {
        var type = db.Model.FindEntityType(typeof(Partner))!;
        var values = FactRow.ToValues(type, partner);
        foreach (var row in events.Where(row => row.EntityType == nameof(Partner)).OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id))
        {
            if (row.TellsMarket(out var before))
            {
                values[nameof(Partner.MarketOverride)] = before?.ToString();
            }
            else if (FactEvent.Read(row) is { Act: FactAct.Edited } edited)
            {
                foreach (var (name, value) in edited.Values)
                {
                    values[name] = value.Before;
                }
            }
        }

        return FactRow.ToRow<Partner>(type, partner.Id, partnerId: null, values);
    }

    private static FactAct? ActBetween(Dictionary<string, string?>? before, Dictionary<string, string?>? after) => (before, after) switch
    {
        (null, null) => null,
        (null, _) => FactAct.Added,
        (_, null) => FactAct.Deleted,
        _ => after.All(value => before.GetValueOrDefault(value.Key) == value.Value) ? null : FactAct.Edited,
    };

    private sealed record Table<TFact>(IReadOnlyDictionary<Guid, TFact> Then, IReadOnlyDictionary<Guid, TFact> Now, IReadOnlyList<FactChange> Changes);
}
