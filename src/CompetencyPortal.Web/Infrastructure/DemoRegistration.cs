using CompetencyPortal.Data;
using CompetencyPortal.Data.Demo;

namespace CompetencyPortal.Web.Infrastructure;

internal static class DemoRegistration
{
    /// <summary>Where the demo is enabled, fills an empty database with it before the first request.</summary>
    /// <exception cref="StartRefusedException">The demo is enabled outside Development.</exception>
    public static void AddPortalDemo(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(DemoOptions.Section);
        builder.Services.Configure<DemoOptions>(section);
        if (section.Get<DemoOptions>() is not { Enabled: true })
        {
            return;
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new StartRefusedException(
                $"The demo is enabled, but the environment is {builder.Environment.EnvironmentName}. In the demo anyone enters without a password, "
                + "so it runs in Development only. Set Demo:Enabled to false (environment variable Demo__Enabled=false).");
        }

        builder.Services.AddHostedService<Seeding>();
    }

    private sealed class Seeding(IServiceProvider services, TimeProvider clock) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = services.CreateAsyncScope();
            await DemoWorld.SeedAsync(
                scope.ServiceProvider.GetRequiredService<PortalDbContext>(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
