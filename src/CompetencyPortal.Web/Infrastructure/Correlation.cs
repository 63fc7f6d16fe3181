using System.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// The id that ties an answer to its log events: the W3C trace id of the request, in every log event, in the response header,
/// and on error pages.
/// </summary>
internal static class Correlation
{
    public const string Header = "X-Correlation-Id";

    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static IApplicationBuilder UseCorrelation(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The framework starts an activity for each request only while somebody listens to it.
        using var activity = Activity.Current is null ? new Activity("request").Start() : null;
        var id = IdOf(context);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        await next(context);
    });
}
