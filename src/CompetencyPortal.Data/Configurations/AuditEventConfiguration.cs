using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("AuditEvents");
        builder.Property(row => row.Action).HasMaxLength(AuditEvent.ActionLength);
        builder.Property(row => row.EntityType).HasMaxLength(AuditEvent.EntityTypeLength);
        builder.Property(row => row.EntityId).HasMaxLength(AuditEvent.EntityIdLength);
        builder.HasIndex(row => new { row.PartnerId, row.OccurredAt });
        builder.HasIndex(row => new { row.PartnerId, row.EntityId, row.OccurredAt });
        builder.HasOne(row => row.Personal).WithOne().HasForeignKey<AuditPersonalDetail>(detail => detail.AuditEventId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
