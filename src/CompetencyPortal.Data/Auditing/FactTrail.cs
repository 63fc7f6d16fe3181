using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CompetencyPortal.Data.Auditing;

/// <summary>What the audit trail says of a fact: which values an act gave it or took from it.</summary>
public static class FactTrail
{
    private const string Deleted = "Deleted";

    /// <summary>The values that say nothing about the fact itself.</summary>
    private static readonly string[] Keys = ["Id", nameof(IPartnerOwned.PartnerId), nameof(IVersioned.Version), nameof(Partner.FactsVersion), nameof(RevenueLine.ReferenceKey), nameof(Customer.CodeKey), nameof(Person.EmailKey)];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Adds the event for what the context is about to do with <paramref name="fact"/>, stored by the same save: the values
    /// of a row added or deleted, and the old and new ones of a row that changes. A row that stays as it is leaves no event.
    /// </summary>
    public static void AuditFact(this PortalDbContext db, IPartnerFact fact) => Audit(db, db.Entry((object)fact));

    /// <summary>The same for an organisation itself.</summary>
    public static void AuditPartner(this PortalDbContext db, Partner partner) => Audit(db, db.Entry((object)partner));

    /// <summary>Whether the organisation at work once had a <typeparamref name="TFact"/> with this key and deleted it.</summary>
    public static Task<bool> WasDeletedAsync<TFact>(this PortalDbContext db, Guid id, CancellationToken cancellationToken)
        where TFact : IPartnerFact
    {
        var key = id.ToString();
        var action = ActionOf(typeof(TFact), Deleted);
        return db.AuditEvents.AnyAsync(one => one.PartnerId == db.PartnerScope && one.EntityId == key && one.Action == action, cancellationToken);
    }

    private static void Audit(PortalDbContext db, EntityEntry entry)
    {
        var act = entry.State switch
        {
            EntityState.Added => "Added",
            EntityState.Modified => "Edited",
            EntityState.Deleted => Deleted,
            _ => null,
        };
        if (act is null)
        {
            return;
        }

        var values = entry.Properties
            .Where(property => !Keys.Contains(property.Metadata.Name) && (entry.State != EntityState.Modified || property.IsModified))
            .ToLookup(IsPersonal);
        var id = (Guid)entry.Property("Id").CurrentValue!;
        db.Audit(
            ActionOf(entry.Metadata.ClrType, act),
            entry.Metadata.ClrType.Name,
            id.ToString(),
            Describe(values[false]),
            values[true].Any() ? new AuditPersonalDetail { SubjectId = id, Text = Describe(values[true]) } : null);
    }

    private static string ActionOf(Type fact, string act) => $"{fact.Name}.{act}";

    private static bool IsPersonal(PropertyEntry property) => property is { EntityEntry.Entity: Person, Metadata.Name: nameof(Person.Name) or nameof(Person.Email) };

    private static string Describe(IEnumerable<PropertyEntry> properties) =>
        JsonSerializer.Serialize(properties.ToDictionary(property => property.Metadata.Name, ValueOf), AsWritten);

    private static object? ValueOf(PropertyEntry property) => property.EntityEntry.State == EntityState.Modified
        ? new[] { Text(property.OriginalValue), Text(property.CurrentValue) }
        : Text(property.CurrentValue);

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
