using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RevenueLineConfiguration : IEntityTypeConfiguration<RevenueLine>
{
    public void Configure(EntityTypeBuilder<RevenueLine> builder)
    {
        builder.ToTable("RevenueLines");
        builder.BelongsToPartner();
        builder.HasOne(line => line.Customer).WithMany()
            .HasForeignKey(line => new { line.PartnerId, line.CustomerId })
            .HasPrincipalKey(customer => new { customer.PartnerId, customer.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.PartnerId, line.Date, line.Id });
        builder.Property(line => line.ReferenceKey).HasMaxLength(OwnReference.MaxLength);
        builder.HasIndex(line => new { line.PartnerId, line.ReferenceKey }).IsUnique();
    }
}
