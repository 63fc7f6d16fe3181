using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>What a role may do, in a few words.</summary>
public sealed class RoleWords(IStringLocalizer<MemberTexts> texts)
{
    public string this[PortalRole role] => role switch
    {
        PortalRole.PartnerAdmin => texts["Role.PartnerAdmin"],
        PortalRole.PartnerMember => texts["Role.PartnerMember"],
        PortalRole.ProgrammeEditor => texts["Role.ProgrammeEditor"],
        PortalRole.ProgrammeAdmin => texts["Role.ProgrammeAdmin"],
    };
}
