using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class PersonConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People", table => table.HasPeriod(sql));
        builder.BelongsToPartner();
        builder.HasPartnerKey();
        builder.Property(person => person.Name).HasMaxLength(Person.NameLength);
        builder.Property(person => person.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.HasIndex(person => new { person.PartnerId, person.EmailKey }).IsUnique();
        builder.HasMany(person => person.Credentials).WithOne(credential => credential.Person)
            .HasForeignKey(credential => new { credential.PartnerId, credential.PersonId })
            .HasPrincipalKey(person => new { person.PartnerId, person.Id })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
