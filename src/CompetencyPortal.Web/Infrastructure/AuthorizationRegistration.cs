using System.Security.Claims;
using CompetencyPortal.Data.DataProtection;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace CompetencyPortal.Web.Infrastructure;

internal static class AuthorizationRegistration
{
    public static IServiceCollection AddPortalAuthorization(this IServiceCollection services)
    {
        services.AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddDataProtection().SetApplicationName("CompetencyPortal").PersistKeysToPortalDatabase();
        services.AddSingleton<SessionCookie>();
        services.AddScoped<BrowserSession>();

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Partner, policy => Require(policy, PortalRole.PartnerAdmin, PortalRole.PartnerMember))
            .AddPolicy(Policies.PartnerAdmin, policy => Require(policy, PortalRole.PartnerAdmin))
            .AddPolicy(Policies.Staff, policy => Require(policy, PortalRole.ProgrammeEditor, PortalRole.ProgrammeAdmin))
            .AddPolicy(Policies.ProgrammeAdmin, policy => Require(policy, PortalRole.ProgrammeAdmin));
        return services;
    }

    private static void Require(AuthorizationPolicyBuilder policy, params PortalRole[] roles) =>
        policy.RequireAuthenticatedUser().RequireClaim(ClaimTypes.Role, roles.Select(role => role.ToString()));
}
