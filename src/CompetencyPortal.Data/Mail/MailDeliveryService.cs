using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Mail;

/// <summary>Looks for mail to send every few seconds for as long as the program runs, whatever becomes of the mail server or the database.</summary>
public sealed partial class MailDeliveryService(IServiceScopeFactory scopes, ILogger<MailDeliveryService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            await SendDueAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MailDelivery>().SendDueAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The message could name what a statement held; the kind of failure is enough.
            RoundFailed(log, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No mail was sent this time: {Failure}. It is tried again.")]
    private static partial void RoundFailed(ILogger logger, string failure);
}
