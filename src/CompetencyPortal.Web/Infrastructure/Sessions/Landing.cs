using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>Where a person arrives after signing in.</summary>
internal static class Landing
{
    private const string StaffHome = "/program";
    private const string Account = "/account";

    /// <summary>The first page of the person's own house.</summary>
    public static string Of(PortalRole role) => role switch
    {
        PortalRole.PartnerAdmin or PortalRole.PartnerMember => "/",
        PortalRole.ProgrammeEditor or PortalRole.ProgrammeAdmin => StaffHome,
    };

    /// <summary>The local address that the person came from, if it lies in their house or is common to all; else the house's first page.</summary>
    public static string After(PortalRole role, string? returnUrl, IUrlHelper urls)
    {
        var home = Of(role);
        return urls.LeadsTo(returnUrl) && returnUrl[0] is '/' && (IsUnder(Account, returnUrl) || IsUnder(StaffHome, returnUrl) == (home is StaffHome))
            ? returnUrl : home;
    }

    private static bool IsUnder(string folder, string url) => new PathString(url.Split('?')[0]).StartsWithSegments(folder);
}
