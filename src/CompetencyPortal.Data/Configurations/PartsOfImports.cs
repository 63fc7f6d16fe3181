using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

/// <summary>What the rows that hang on an import have in common: they are its organisation's, and go with it.</summary>
internal static class PartsOfImports
{
    public static void PartOfImport<TRow>(this EntityTypeBuilder<TRow> builder)
        where TRow : class, IPartnerOwned =>
        builder.HasOne<Import>().WithMany()
            .HasForeignKey(nameof(IPartnerOwned.PartnerId), nameof(ImportRow.ImportId))
            .HasPrincipalKey(import => new { import.PartnerId, import.Id })
            .OnDelete(DeleteBehavior.Cascade);
}
