namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Refuses to change anything for a page of another site, whatever token it may have got hold of: browsers say where a
/// request was made (<c>Sec-Fetch-Site</c>), older ones at least from which site (<c>Origin</c>).
/// </summary>
internal static class CrossSiteRequests
{
    public static IApplicationBuilder RefuseCrossSiteRequests(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (ErrorPages.IsShowing(context) || IsSafe(context.Request.Method) || IsOwn(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    /// <summary>Whether a page of ours made the request, or its user alone, or no browser at all, which has nobody's cookies.</summary>
    private static bool IsOwn(HttpRequest request) => (request.Headers["Sec-Fetch-Site"], request.Headers.Origin) switch
    {
        ([var site], _) => site is "same-origin" or "none",
        ([], []) => true,
        ([], [var origin]) => Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsHost(from, request.Host),
        _ => false,
    };

    private static bool IsHost(Uri origin, HostString host) =>
        Uri.TryCreate($"{origin.Scheme}://{host.ToUriComponent()}", UriKind.Absolute, out var own) && own.Authority == origin.Authority;
}
