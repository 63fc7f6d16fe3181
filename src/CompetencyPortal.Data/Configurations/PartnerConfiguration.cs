using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.Property(partner => partner.Name).HasMaxLength(Partner.NameLength);
        builder.HasIndex(partner => partner.PartnerNumber).IsUnique();
        builder.Property(partner => partner.Version).IsConcurrencyToken();
    }
}
