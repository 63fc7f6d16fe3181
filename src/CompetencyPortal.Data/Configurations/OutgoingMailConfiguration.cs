using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(row => row.Recipient).HasMaxLength(OutgoingMail.RecipientLength);
        builder.Property(row => row.Subject).HasMaxLength(OutgoingMail.SubjectLength);
        builder.Property(row => row.Failure).HasMaxLength(OutgoingMail.FailureLength);
        builder.HasIndex(row => row.DueAt);
    }
}
