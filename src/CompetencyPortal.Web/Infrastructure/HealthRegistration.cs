using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CompetencyPortal.Web.Infrastructure;

internal static class HealthRegistration
{
    private const string Ready = "ready";

    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        return services;
    }

    public static void MapPortalHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous().WithMetadata(new RequestLog.Unremarkable());
        health.MapHealthChecks("live", new HealthCheckOptions { Predicate = _ => false });
        health.MapHealthChecks("ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
