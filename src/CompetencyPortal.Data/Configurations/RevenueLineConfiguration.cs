using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RevenueLineConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<RevenueLine>
{
    public void Configure(EntityTypeBuilder<RevenueLine> builder)
    {
        builder.ToTable("RevenueLines", table => table.HasCheckConstraint(
            "CK_RevenueLines_Amount",
            FormattableString.Invariant($"{sql.DelimitIdentifier(nameof(RevenueLine.Amount))} BETWEEN {-Money.Largest} AND {Money.Largest}")));
        builder.BelongsToPartner();
        builder.HasOne(line => line.Customer).WithMany()
            .HasForeignKey(line => new { line.PartnerId, line.CustomerId })
            .HasPrincipalKey(customer => new { customer.PartnerId, customer.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.PartnerId, line.Date });
    }
}
