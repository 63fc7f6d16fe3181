using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class AuditPersonalDetailConfiguration : IEntityTypeConfiguration<AuditPersonalDetail>
{
    public void Configure(EntityTypeBuilder<AuditPersonalDetail> builder)
    {
        builder.ToTable("AuditPersonalDetails");
        builder.HasKey(detail => detail.AuditEventId);
        builder.HasIndex(detail => detail.SubjectId);
    }
}
