using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ImportRows");
        builder.HasKey(row => new { row.PartnerId, row.ImportId, row.Number });
        builder.PartOfImport();
        builder.Property(row => row.Name).HasMaxLength(Math.Max(Customer.NameLength, Person.NameLength));
        builder.HasIndex(row => new { row.PartnerId, row.ImportId, row.Outcome, row.Number });
    }
}
