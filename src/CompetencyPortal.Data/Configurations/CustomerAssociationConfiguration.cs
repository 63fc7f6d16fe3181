using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class CustomerAssociationConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<CustomerAssociation>
{
    public void Configure(EntityTypeBuilder<CustomerAssociation> builder)
    {
        builder.ToTable("CustomerAssociations", table => table.HasPeriod(sql));
        builder.BelongsToPartner();
    }
}
