using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

internal sealed class RulebookStateConfiguration(ISqlGenerationHelper sql) : IEntityTypeConfiguration<RulebookState>
{
    public void Configure(EntityTypeBuilder<RulebookState> builder)
    {
        builder.ToTable("RulebookState", table => table.HasCheckConstraint(
            "CK_RulebookState_One",
            FormattableString.Invariant($"{sql.DelimitIdentifier(nameof(RulebookState.Id))} = {RulebookState.TheOne}")));
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.HasData(new RulebookState());
    }
}
