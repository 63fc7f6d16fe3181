using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.Mail;

/// <summary>The registration of whatever takes mail from the outbox; for programs that run on, after the data's own.</summary>
public static partial class MailDeliveryRegistration
{
    /// <summary>Sends mail in the background where a mail server is named; else mail waits, and the log says so once.</summary>
    /// <exception cref="StartRefusedException">A mail server is named, but not how to speak with it.</exception>
    public static IServiceCollection AddMailDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MailOptions.Section);
        if (section.Get<MailOptions>() is { AreSensible: false })
        {
            throw new StartRefusedException(MailOptions.Refusal);
        }

        services.Configure<MailOptions>(section);
        services.TryAddSingleton<IMailSender, SmtpMailSender>();
        services.AddScoped<MailDelivery>();
        return section.Get<MailOptions>() is { HasServer: true } ? services.AddHostedService<MailDeliveryService>() : services.AddHostedService<NoMailServer>();
    }

    /// <summary>Says that no mail goes out.</summary>
    private sealed partial class NoMailServer(ILogger<NoMailServer> log) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            MailWaits(log);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Warning, "No mail is sent: Mail:Smtp:Host names no mail server. Mail waits until one is named, or its links have expired.")]
        private static partial void MailWaits(ILogger logger);
    }
}
