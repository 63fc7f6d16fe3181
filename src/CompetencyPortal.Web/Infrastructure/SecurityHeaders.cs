using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The headers that every answer carries, files and errors included.</summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing but our own files, and no script or style inside a page; <c>data:</c> images are Bootstrap's form marks.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string HttpsForAYear = "max-age=31536000";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public static IServiceCollection AddSecurityHeaders(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(options => options.AddServerHeader = false);

    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        var isDevelopment = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // Set when the answer starts, because the error pages clear what was set before.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = PermissionsPolicy;
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (!isDevelopment && context.Request.IsHttps && context.Request.Host.Host is not "localhost")
                {
                    headers.StrictTransportSecurity = HttpsForAYear;
                }

                // Files say themselves how long they may be kept; all else may show what only its reader should see.
                if (headers.CacheControl.Count is 0)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });

        return app;
    }
}
