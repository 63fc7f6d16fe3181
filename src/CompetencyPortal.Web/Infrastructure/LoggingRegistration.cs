using Serilog;

namespace CompetencyPortal.Web.Infrastructure;

internal static partial class LoggingRegistration
{
    /// <summary>Structured events as the configuration's <c>Serilog</c> section says, each with the trace id of its request.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Enrich.With<AddressScrub>()
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }

    /// <summary>Says where to look, once the server listens.</summary>
    public static void AnnounceAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var address in app.Urls)
        {
            Ready(app.Logger, address);
        }
    });

    [LoggerMessage(LogLevel.Information, "The portal is ready: open {Address}")]
    private static partial void Ready(Microsoft.Extensions.Logging.ILogger logger, string address);
}
