using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class PortalUserConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("Users", table => table.HasCheckConstraint("CK_Users_Role_PartnerId", RoleAndPartner.Agree(sql)));
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(user => user.Culture).HasMaxLength(PortalUser.CultureLength);
        builder.Property(user => user.UsedCode).HasMaxLength(PortalUser.UsedCodeLength);
        builder.HasOne(user => user.Partner).WithMany().HasForeignKey(user => user.PartnerId).OnDelete(DeleteBehavior.Restrict);

        // Required, so that SQL Server's unique indexes on them need no filter.
        builder.Property(user => user.UserName).IsRequired();
        builder.Property(user => user.NormalizedUserName).IsRequired();
        builder.Property(user => user.Email).IsRequired();
        builder.Property(user => user.NormalizedEmail).IsRequired();
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.HasIndex(user => user.NormalizedEmail).IsUnique();
    }
}
