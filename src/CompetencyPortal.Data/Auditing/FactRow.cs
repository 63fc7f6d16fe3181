using System.Globalization;

using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Data.Auditing;

/// <summary>A row as the trail tells it: its values as texts, by their names. The way there is <see cref="FactTrail"/>'s; this is the way back.</summary>
internal static class FactRow
{
    private const string Id = nameof(Id);

    /// <summary>The values of <paramref name="row"/>, without its keys.</summary>
    public static Dictionary<string, string?> ToValues(IEntityType type, object row) =>
        Told(type).ToDictionary(property => property.Name, property => FactTrail.Text(property.PropertyInfo!.GetValue(row)), StringComparer.Ordinal);

    /// <summary>The row that has these values. One that is not told, because it was erased, stays empty.</summary>
    public static TRow ToRow<TRow>(IEntityType type, Guid id, Guid? partnerId, IReadOnlyDictionary<string, string?> values)
        where TRow : class
    {
        var row = Activator.CreateInstance<TRow>();
        type.FindProperty(Id)!.PropertyInfo!.SetValue(row, id);
        if (partnerId is not null)
        {
            type.FindProperty(nameof(IPartnerOwned.PartnerId))!.PropertyInfo!.SetValue(row, partnerId);
        }

        foreach (var property in Told(type))
        {
            var value = ToValue(property, values.GetValueOrDefault(property.Name));
            property.PropertyInfo!.SetValue(row, value ?? (property.ClrType == typeof(string) && !property.IsNullable ? "" : null));
        }

        return row;
    }

    private static IEnumerable<IProperty> Told(IEntityType type) => type.GetProperties().Where(property => !FactTrail.Keys.Contains(property.Name));

    private static object? ToValue(IProperty property, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (property.GetTypeMapping().Converter is { } converter && converter.ProviderClrType == typeof(string))
        {
            return converter.ConvertFromProvider(text);
        }

        return (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
        {
            var type when type == typeof(string) => text,
            var type when type == typeof(Guid) => Guid.Parse(text),
            var type when type == typeof(bool) => bool.Parse(text),
            var type when type == typeof(decimal) => decimal.Parse(text, CultureInfo.InvariantCulture),
            var type when type == typeof(DateOnly) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
            var type => throw new InvalidOperationException($"{property.DeclaringType.ShortName()}.{property.Name} is a {type.Name}, which is not read back from the audit trail."),
        };
    }
}
