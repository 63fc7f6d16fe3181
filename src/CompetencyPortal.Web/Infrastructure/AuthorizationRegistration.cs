using System.Security.Claims;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CompetencyPortal.Web.Infrastructure;

internal static class AuthorizationRegistration
{
    public static IServiceCollection AddPortalAuthorization(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => options.Events.OnRedirectToAccessDenied = Forbid);

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Partner, policy => Require(policy, PortalRole.PartnerAdmin, PortalRole.PartnerMember))
            .AddPolicy(Policies.PartnerAdmin, policy => Require(policy, PortalRole.PartnerAdmin))
            .AddPolicy(Policies.Staff, policy => Require(policy, PortalRole.ProgrammeEditor, PortalRole.ProgrammeAdmin))
            .AddPolicy(Policies.ProgrammeAdmin, policy => Require(policy, PortalRole.ProgrammeAdmin));
        return services;
    }

    private static void Require(AuthorizationPolicyBuilder policy, params PortalRole[] roles) =>
        policy.RequireAuthenticatedUser().RequireClaim(ClaimTypes.Role, roles.Select(role => role.ToString()));

    private static Task Forbid<T>(T context)
        where T : Microsoft.AspNetCore.Authentication.BaseContext<CookieAuthenticationOptions>
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
