using System.Security.Claims;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace CompetencyPortal.Web.Infrastructure;

internal static class AuthorizationRegistration
{
    public static IServiceCollection AddPortalAuthorization(this IServiceCollection services)
    {
        services.AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddSingleton<SessionCookie>();
        services.AddScoped<BrowserSession>();

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(SignedIn)
            .AddPolicy(Policies.SignedIn, SignedIn)
            .AddPolicy(Policies.AnySession, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.SecondFactorAwaited, policy => policy.RequireClaim(SessionHandler.StageClaim, SessionStage.SecondFactorAwaited.ToString()))
            .AddPolicy(Policies.Partner, policy => Require(policy, PortalRole.PartnerAdmin, PortalRole.PartnerMember))
            .AddPolicy(Policies.PartnerAdmin, policy => Require(policy, PortalRole.PartnerAdmin))
            .AddPolicy(Policies.Staff, policy => Require(policy, PortalRole.ProgrammeEditor, PortalRole.ProgrammeAdmin))
            .AddPolicy(Policies.ProgrammeAdmin, policy => Require(policy, PortalRole.ProgrammeAdmin));
        return services;
    }

    /// <summary>Whoever has a role, which a session has only once it is complete.</summary>
    private static AuthorizationPolicy SignedIn => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(ClaimTypes.Role).Build();

    private static void Require(AuthorizationPolicyBuilder policy, params PortalRole[] roles) =>
        policy.RequireAuthenticatedUser().RequireClaim(ClaimTypes.Role, roles.Select(role => role.ToString()));
}
