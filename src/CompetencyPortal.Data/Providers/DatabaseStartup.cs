using Microsoft.Extensions.Hosting;

namespace CompetencyPortal.Data.Providers;

/// <summary>Starts the database before anything that a host serves.</summary>
internal sealed class DatabaseStartup(PortalDatabase database) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.StartAsync(cancellationToken);
        if (database.Provider.MigratesAtStart)
        {
            await DatabaseMigration.ApplyAsync(database, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
