using System.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// One log event per request: method, route pattern, status and time. Never the address itself or its query, which may hold
/// a single-use token, and never a body.
/// </summary>
internal static partial class RequestLog
{
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog).FullName!);
        return app.Use(async (context, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            await next(context);
            var status = context.Response.StatusCode;
            var endpoint = context.GetEndpoint();
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var level = LevelOf(endpoint, status);
            Answered(log, level, context.Request.Method, route, status, elapsed);
        });
    }

    private static LogLevel LevelOf(Endpoint? endpoint, int status) => status switch
    {
        >= 500 => LogLevel.Error,
        < 400 when endpoint?.Metadata.GetMetadata<Unremarkable>() is not null => LogLevel.Debug,
        _ => LogLevel.Information,
    };

    /// <summary>Marks endpoints, such as files and health checks, whose good answers are not worth an event.</summary>
    public sealed class Unremarkable;

    [LoggerMessage("{Method} {Route} answered {StatusCode} in {Elapsed:0.0} ms")]
    private static partial void Answered(ILogger logger, LogLevel level, string method, string route, int statusCode, double elapsed);
}
