using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RuleDraftConfiguration : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> builder)
    {
        builder.ToTable("RuleDrafts");
        builder.Property(draft => draft.CompetencyCode).HasMaxLength(RuleRevision.CompetencyCodeLength);
        builder.Property(draft => draft.Reason).HasMaxLength(RuleRevision.ReasonLength);
        builder.Property(draft => draft.Source).HasMaxLength(RuleRevision.SourceLength);
        builder.HasIndex(draft => draft.CompetencyCode);
        builder.Property(draft => draft.Version).IsConcurrencyToken();
    }
}
