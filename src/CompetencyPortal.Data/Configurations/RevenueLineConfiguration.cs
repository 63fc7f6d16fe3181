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

        // The list is sorted by each of these, and lines that have the same value by their own keys (LineOrder).
        builder.HasIndex(line => new { line.PartnerId, line.Date, line.Id });
        builder.HasIndex(line => new { line.PartnerId, line.Product, line.Id });
        builder.HasIndex(line => new { line.PartnerId, line.NetNew, line.Id });
        builder.HasIndex(line => new { line.PartnerId, line.Amount, line.Id });
        builder.HasIndex(line => new { line.PartnerId, line.CustomerId, line.Id });
        builder.Property(line => line.ReferenceKey).HasMaxLength(OwnReference.MaxLength);
        builder.HasIndex(line => new { line.PartnerId, line.ReferenceKey }).IsUnique();
    }
}
