using System.Collections.Concurrent;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Providers;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Saving;

/// <summary>
/// Adds many rows at once, in the way that the database takes them fastest. What a save does for rows is done here too: the
/// check of whose they are, their first version, and the moment of an event. Not done is what a save does for the facts as a
/// whole: whoever adds facts raises <see cref="Partner.FactsVersion"/> in the same transaction.
/// </summary>
internal static class BulkInsert
{
    private static readonly ConcurrentDictionary<IEntityType, Mapping> Mappings = [];

    /// <exception cref="ForeignPartnerException">A row belongs to another organisation than the one at work.</exception>
    public static async Task InsertAsync<TRow>(this PortalDbContext db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var now = db.GetService<TimeProvider>().GetUtcNow();
        foreach (var row in rows)
        {
            switch (row)
            {
                case IPartnerOwned owned when owned.PartnerId != db.PartnerScope:
                case AuditEvent foreign when foreign.PartnerId != db.PartnerScope:
                    throw new ForeignPartnerException(typeof(TRow), db.PartnerScope);
                case AuditEvent auditEvent:
                    auditEvent.OccurredAt = now;
                    break;
                case IVersioned versioned:
                    versioned.Version = 1;
                    break;
                default:
                    break;
            }
        }

        var mapping = Mappings.GetOrAdd(db.Model.FindEntityType(typeof(TRow))!, type => new Mapping(type));
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await db.GetService<DatabaseProvider>().InsertAsync(
                db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), mapping.Arrange(rows), cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>How rows of one kind become columns of values, as the model maps them.</summary>
    private sealed class Mapping
    {
        private readonly string _table;
        private readonly List<(string Name, Type Type, IClrPropertyGetter Getter, ValueConverter? Converter)> _columns = [];

        public Mapping(IEntityType type)
        {
            _table = type.GetTableName()!;
            foreach (var property in type.GetProperties())
            {
                var converter = property.GetRelationalTypeMapping().Converter;
                var stored = converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                _columns.Add((property.GetColumnName(), property.IsNullable && stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored, property.GetGetter(), converter));
            }
        }

        public BulkRows Arrange<TRow>(IReadOnlyList<TRow> rows)
            where TRow : class
        {
            var columns = new List<BulkColumn>(_columns.Count);
            foreach (var (name, type, getter, converter) in _columns)
            {
                var values = Array.CreateInstance(type, rows.Count);
                for (var i = 0; i < rows.Count; i++)
                {
                    var value = getter.GetClrValue(rows[i]);
                    values.SetValue(value is not null && converter is not null ? converter.ConvertToProvider(value) : value, i);
                }

                columns.Add(new BulkColumn(name, values));
            }

            return new BulkRows(_table, columns, rows.Count);
        }
    }
}
