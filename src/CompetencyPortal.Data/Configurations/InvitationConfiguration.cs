using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class InvitationConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations", table => table.HasCheckConstraint("CK_Invitations_Role_PartnerId", RoleAndPartner.Agree(sql)));
        builder.Property(row => row.Email).HasMaxLength(Invitation.EmailLength);
        builder.Property(row => row.NormalizedEmail).HasMaxLength(Invitation.EmailLength);
        builder.Property(row => row.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.Property(row => row.Culture).HasMaxLength(PortalUser.CultureLength);
        builder.Property(row => row.TokenHash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => row.TokenHash).IsUnique();
        builder.HasIndex(row => new { row.PartnerId, row.NormalizedEmail });
        builder.HasOne(row => row.Partner).WithMany().HasForeignKey(row => row.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
