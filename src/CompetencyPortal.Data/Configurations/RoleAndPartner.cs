using CompetencyPortal.Data.Entities;

using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Configurations;

/// <summary>A person belongs to one organisation, or to programme staff: the check that a role and an organisation agree.</summary>
internal static class RoleAndPartner
{
    public static string Agree(ISqlGenerationHelper sql)
    {
        var role = sql.DelimitIdentifier(nameof(PortalUser.Role));
        var partner = sql.DelimitIdentifier(nameof(PortalUser.PartnerId));
        return $"({role} IN ('{PortalRole.PartnerAdmin}', '{PortalRole.PartnerMember}') AND {partner} IS NOT NULL)"
            + $" OR ({role} IN ('{PortalRole.ProgrammeEditor}', '{PortalRole.ProgrammeAdmin}') AND {partner} IS NULL)";
    }
}
