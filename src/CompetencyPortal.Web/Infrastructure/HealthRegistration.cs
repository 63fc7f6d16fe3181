using CompetencyPortal.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// <c>/health/live</c>: the program answers. <c>/health/ready</c>: so does its database, and it has this program's migrations.
/// </summary>
internal static class HealthRegistration
{
    private const string Ready = "ready";
    private const string Folder = "/health";

    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddDbContextCheck<PortalDbContext>("database", tags: [Ready], customTestQuery: IsUpToDateAsync);
        return services;
    }

    public static void MapPortalHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup(Folder).AllowAnonymous().WithMetadata(new RequestLog.Unremarkable());
        health.MapHealthChecks("live", new HealthCheckOptions { Predicate = _ => false });
        health.MapHealthChecks("ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    public static bool IsProbe(HttpRequest request) => request.Path.StartsWithSegments(Folder);

    private static async Task<bool> IsUpToDateAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken) && !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
}
