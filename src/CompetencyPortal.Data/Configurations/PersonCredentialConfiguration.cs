using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class PersonCredentialConfiguration : IEntityTypeConfiguration<PersonCredential>
{
    public void Configure(EntityTypeBuilder<PersonCredential> builder)
    {
        builder.ToTable("PersonCredentials");
        builder.BelongsToPartner();
        builder.HasIndex(credential => new { credential.PersonId, credential.Code, credential.PassedOn }).IsUnique();
    }
}
