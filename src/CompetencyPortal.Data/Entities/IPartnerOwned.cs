namespace CompetencyPortal.Data.Entities;

/// <summary>
/// A row that belongs to one organisation: visible only under that organisation's
/// <see cref="PortalDbContext.PartnerScope"/>, and saved only under it.
/// </summary>
public interface IPartnerOwned
{
    /// <summary>The organisation that the row belongs to; it never changes.</summary>
    Guid PartnerId { get; }
}
