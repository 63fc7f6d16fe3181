using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

/// <summary>Lets the database refuse a value that an enumeration does not have.</summary>
internal static class EnumConstraints
{
    public static void Add(ModelBuilder builder, ISqlGenerationHelper sql)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetDeclaredProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    var names = string.Join(", ", Enum.GetNames(type).Select(name => $"'{name}'"));
                    entity.AddCheckConstraint($"CK_{entity.GetTableName()}_{property.Name}", $"{sql.DelimitIdentifier(property.Name)} IN ({names})");
                }
            }
        }
    }
}
