using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>Finds the organisation that an address names by its number, for staff.</summary>
public sealed class PartnerByNumber(PortalDbContext db)
{
    public async Task<Partner?> FindAsync(string? number, CancellationToken cancellationToken) =>
        PartnerNumber.TryParse(number, out var parsed)
            ? await db.Partners.SingleOrDefaultAsync(partner => partner.PartnerNumber == parsed, cancellationToken)
            : null;
}
