using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports");
        builder.BelongsToPartner();
        builder.HasPartnerKey();
        builder.Property(import => import.FileName).HasMaxLength(Import.FileNameLength);
        builder.Property(import => import.Sha256).HasMaxLength(64).IsFixedLength();
        builder.Ignore(import => import.Rows);
        builder.Ignore(import => import.IsUnderWay);
        builder.HasIndex(import => new { import.State, import.Heartbeat });
        builder.HasIndex(import => import.ExpiresAt);
    }
}
