using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RuleRevisionConfiguration : IEntityTypeConfiguration<RuleRevision>
{
    public void Configure(EntityTypeBuilder<RuleRevision> builder)
    {
        builder.ToTable("RuleRevisions");
        builder.Property(revision => revision.CompetencyCode).HasMaxLength(RuleRevision.CompetencyCodeLength);
        builder.Property(revision => revision.Sha256).HasMaxLength(64);
        builder.Property(revision => revision.Reason).HasMaxLength(RuleRevision.ReasonLength);
        builder.Property(revision => revision.Source).HasMaxLength(RuleRevision.SourceLength);
        builder.HasIndex(revision => new { revision.CompetencyCode, revision.EffectiveFrom }).IsUnique();
    }
}
