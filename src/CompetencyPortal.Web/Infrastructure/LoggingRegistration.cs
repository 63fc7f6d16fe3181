using CompetencyPortal.Data;
using Serilog;
using Serilog.Core;

namespace CompetencyPortal.Web.Infrastructure;

internal static partial class LoggingRegistration
{
    public static void AddPortalLogging(this WebApplicationBuilder builder) =>
        builder.Logging.ClearProviders().AddSerilog(CreateLogger(builder.Configuration), dispose: true);

    /// <summary>Structured events as the configuration's <c>Serilog</c> section says, each with the trace id of its request.</summary>
    internal static Logger CreateLogger(IConfiguration configuration) => new LoggerConfiguration()
        .ReadFrom.Configuration(configuration)
        .Enrich.FromLogContext()
        .Enrich.With<AddressScrub>()
        // The program says so itself, without the stack trace that the host would log.
        .Filter.ByExcluding(logEvent => logEvent.Exception is StartRefusedException)
        .CreateLogger();

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
