namespace CompetencyPortal.Data.Entities;

/// <summary>
/// A row that two people may edit at once. Its version is 1 when added and raised by each save; a save that
/// started from another version (<see cref="PortalDbContext.Expect"/>) is refused with
/// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
/// </summary>
public interface IVersioned
{
    /// <summary>Which edit of the row this is; written by the context alone.</summary>
    int Version { get; set; }
}
