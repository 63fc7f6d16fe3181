using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

/// <summary>What the organisations' rows have in common.</summary>
internal static class PartnerOwnedRows
{
    public static void BelongsToPartner<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : class, IPartnerOwned, IVersioned
    {
        // No cascade: an organisation that has facts is not deleted, and SQL Server allows one cascading path only.
        builder.HasOne<Partner>().WithMany().HasForeignKey(row => row.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    /// <summary>Lets other rows point here by organisation and key together, so that the database refuses a foreign one.</summary>
    public static void HasPartnerKey<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : class, IPartnerOwned =>
        builder.HasAlternateKey(nameof(IPartnerOwned.PartnerId), "Id");

    /// <summary>The table's <c>From</c> and <c>Until</c> are a period: first and last day, both inclusive.</summary>
    public static void HasPeriod<TRow>(this TableBuilder<TRow> table, ISqlGenerationHelper sql)
        where TRow : class =>
        table.HasCheckConstraint($"CK_{table.Name}_Until", $"{sql.DelimitIdentifier("Until")} >= {sql.DelimitIdentifier("From")}");
}
