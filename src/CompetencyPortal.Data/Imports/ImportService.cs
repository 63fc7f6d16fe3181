using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Imports;

/// <summary>
/// Works on imports for as long as the program runs: on those that it is told of, and every few moments on what waits in the
/// database, such as what a program that is gone has left. It also deletes what has expired.
/// </summary>
public sealed partial class ImportService(IServiceScopeFactory scopes, ImportQueue queue, TimeProvider clock, ILogger<ImportService> log) : BackgroundService
{
    /// <summary>How many imports this program works on at once: one long file does not keep the others waiting.</summary>
    private const int Workers = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([LookAsync(stoppingToken), .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken))]);

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in queue.ReadAllAsync(stoppingToken))
        {
            await TryAsync(services => services.GetRequiredService<ImportWork>().RunAsync(id, stoppingToken), stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            await TryAsync(
                async services =>
                {
                    foreach (var id in await services.GetRequiredService<ImportWork>().WaitingAsync(stoppingToken))
                    {
                        queue.Wake(id);
                    }

                    await DeleteExpiredAsync(services, stoppingToken);
                },
                stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeleteExpiredAsync(IServiceProvider services, CancellationToken stoppingToken)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var now = clock.GetUtcNow();
        var partners = await db.Imports.Where(import => import.ExpiresAt <= now).Select(import => import.PartnerId).Distinct().ToListAsync(stoppingToken);
        foreach (var partnerId in partners)
        {
            await db.EnterPartnerAsync(partnerId, stoppingToken);
            await services.GetRequiredService<ImportDesk>().DeleteExpiredAsync(stoppingToken);
        }
    }

    private async Task TryAsync(Func<IServiceProvider, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The message could name what a statement held; the kind of failure is enough.
            RoundFailed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The imports could not be looked after this time: {Failure}. It is tried again.")]
    private static partial void RoundFailed(ILogger logger, string failure);
}
