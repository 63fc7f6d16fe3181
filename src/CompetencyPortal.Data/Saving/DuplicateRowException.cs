using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Saving;

/// <summary>A row was refused because another has the same unique value.</summary>
public sealed class DuplicateRowException(DbUpdateException cause) : DbUpdateException(
    "Another row already has this unique value.", cause, cause.Entries);
