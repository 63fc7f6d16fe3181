using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Data.Auditing;

/// <summary>What the audit trail says of a fact: which values an act gave it or took from it.</summary>
public static class FactTrail
{
    private const string Added = nameof(FactAct.Added);
    private const string Deleted = nameof(FactAct.Deleted);
    internal const string MarketSet = "Partner.MarketSet";
    private const string ByCountry = nameof(ByCountry);
    private const string To = " → ";

    /// <summary>The kinds of rows that a standing rests on: the facts, and the organisation itself.</summary>
    internal static readonly string[] Kinds =
    [
        nameof(Partner), nameof(Customer), nameof(CustomerAssociation), nameof(RevenueLine), nameof(Person), nameof(PersonCredential),
    ];

    /// <summary>The values that say nothing about the fact itself.</summary>
    internal static readonly string[] Keys = ["Id", nameof(IPartnerOwned.PartnerId), nameof(IVersioned.Version), nameof(Partner.FactsVersion), nameof(RevenueLine.ReferenceKey), nameof(Customer.CodeKey), nameof(Person.EmailKey)];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Adds the event for what the context is about to do with <paramref name="fact"/>, stored by the same save: the values
    /// of a row added or deleted, and the old and new ones of a row that changes. A row that stays as it is leaves no event.
    /// </summary>
    public static void AuditFact(this PortalDbContext db, IPartnerFact fact) => Audit(db, db.Entry((object)fact));

    /// <summary>The same for an organisation itself.</summary>
    public static void AuditPartner(this PortalDbContext db, Partner partner) => Audit(db, db.Entry((object)partner));

    /// <summary>
    /// The same for every fact that the context is about to delete: the row that is named, and the rows that go with it. These
    /// must have been read, or the database takes them away without a trace.
    /// </summary>
    public static void AuditDeletions(this PortalDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IPartnerFact>().Where(entry => entry.State is EntityState.Deleted).ToList())
        {
            db.AuditFact(entry.Entity);
        }
    }

    /// <summary>Adds the event for another market that staff set in place of the country's; the reason stands behind it.</summary>
    public static void AuditMarket(this PortalDbContext db, Partner partner, Market? before, string reason) =>
        db.Audit(MarketSet, nameof(Partner), partner.Id.ToString(), $"{before?.ToString() ?? ByCountry}{To}{partner.MarketOverride?.ToString() ?? ByCountry}: {reason}");

    /// <summary>The market that held before the event; false if it did not set one.</summary>
    internal static bool TellsMarket(this AuditEvent row, out Market? before)
    {
        before = row.Action == MarketSet && Enum.TryParse<Market>(row.Details![..row.Details!.IndexOf(To, StringComparison.Ordinal)], out var market) ? market : null;
        return row.Action == MarketSet;
    }

    /// <summary>Whether the organisation at work once had a <typeparamref name="TFact"/> with this key and deleted it.</summary>
    public static Task<bool> WasDeletedAsync<TFact>(this PortalDbContext db, Guid id, CancellationToken cancellationToken)
        where TFact : IPartnerFact =>
        db.WereDeletedAsync<TFact>([id], cancellationToken);

    /// <summary>The same for each of some keys, all of them different: whether it was so for every one.</summary>
    public static async Task<bool> WereDeletedAsync<TFact>(this PortalDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where TFact : IPartnerFact
    {
        var keys = ids.Select(id => id.ToString()).ToList();
        var action = ActionOf(typeof(TFact), Deleted);
        var deleted = db.AuditEvents.Where(one => one.PartnerId == db.PartnerScope && keys.Contains(one.EntityId) && one.Action == action);
        return await deleted.Select(one => one.EntityId).Distinct().CountAsync(cancellationToken) == keys.Count;
    }

    /// <summary>The event for a fact that is added without the context's knowing it, as many at once are; it is stored with them.</summary>
    internal static AuditEvent EventOfAdded(PortalDbContext db, IPartnerFact fact)
    {
        var type = db.Model.FindEntityType(fact.GetType())!;
        var properties = type.GetProperties().Where(property => !Keys.Contains(property.Name));
        return EventOf(
            db, type, (Guid)type.FindProperty("Id")!.GetGetter().GetClrValue(fact)!, Added,
            properties.Select(property => (property, (object?)Text(property.GetGetter().GetClrValue(fact)))));
    }

    private static void Audit(PortalDbContext db, EntityEntry entry)
    {
        var act = entry.State switch
        {
            EntityState.Added => Added,
            EntityState.Modified => nameof(FactAct.Edited),
            EntityState.Deleted => Deleted,
            _ => null,
        };
        if (act is null)
        {
            return;
        }

        var properties = entry.Properties.Where(property => !Keys.Contains(property.Metadata.Name) && (entry.State != EntityState.Modified || property.IsModified));
        db.AuditEvents.Add(EventOf(db, entry.Metadata, (Guid)entry.Property("Id").CurrentValue!, act, properties.Select(property => (property.Metadata, ValueOf(property)))));
    }

    private static AuditEvent EventOf(PortalDbContext db, IReadOnlyEntityType type, Guid id, string act, IEnumerable<(IProperty Property, object? Value)> values)
    {
        var parts = values.ToLookup(value => IsPersonal(value.Property));
        return new AuditEvent
        {
            ActorId = db.ActorId,
            PartnerId = db.PartnerScope,
            Action = ActionOf(type.ClrType, act),
            EntityType = type.ClrType.Name,
            EntityId = id.ToString(),
            Details = Describe(parts[false]),
            Personal = parts[true].Any() ? new AuditPersonalDetail { SubjectId = id, Text = Describe(parts[true]) } : null,
        };
    }

    internal static string ActionOf(Type fact, string act) => $"{fact.Name}.{act}";

    private static bool IsPersonal(IProperty property) =>
        property.DeclaringType.ClrType == typeof(Person) && property.Name is nameof(Person.Name) or nameof(Person.Email);

    private static string Describe(IEnumerable<(IProperty Property, object? Value)> values) =>
        JsonSerializer.Serialize(values.ToDictionary(value => value.Property.Name, value => value.Value), AsWritten);

    /// <summary>Of a row that is deleted what was stored, should it have been changed before: nobody has seen that.</summary>
    private static object? ValueOf(PropertyEntry property) => property.EntityEntry.State switch
    {
        EntityState.Modified => new[] { Text(property.OriginalValue), Text(property.CurrentValue) },
        EntityState.Deleted => Text(property.OriginalValue),
        _ => Text(property.CurrentValue),
    };

    internal static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
