using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CountryMarketConfiguration : IEntityTypeConfiguration<CountryMarket>
{
    public void Configure(EntityTypeBuilder<CountryMarket> builder)
    {
        builder.ToTable("CountryMarkets");
        builder.HasKey(row => new { row.CountryCode, row.EffectiveFrom });
        builder.Property(row => row.Reason).HasMaxLength(RuleRevision.ReasonLength);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}
