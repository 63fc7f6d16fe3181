using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.Property(session => session.TokenHash).HasMaxLength(32).IsFixedLength();
        builder.Property(session => session.UserAgent).HasMaxLength(UserSession.UserAgentLength);
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasOne(session => session.User).WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
