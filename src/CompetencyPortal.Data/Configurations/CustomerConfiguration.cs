using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        builder.BelongsToPartner();
        builder.HasPartnerKey();
        builder.Property(customer => customer.Name).HasMaxLength(Customer.NameLength);
        builder.Property(customer => customer.CodeKey).HasMaxLength(OwnReference.MaxLength);
        builder.HasIndex(customer => new { customer.PartnerId, customer.CodeKey }).IsUnique();
        builder.HasIndex(customer => new { customer.PartnerId, customer.Name });
        builder.HasMany(customer => customer.Associations).WithOne(association => association.Customer)
            .HasForeignKey(association => new { association.PartnerId, association.CustomerId })
            .HasPrincipalKey(customer => new { customer.PartnerId, customer.Id })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
