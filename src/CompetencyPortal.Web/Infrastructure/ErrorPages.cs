using System.Data.Common;
using System.Net.Sockets;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Providers;
using Microsoft.AspNetCore.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every failure ends on a page of the portal: in its layout and language, with the correlation id, and without a stack trace for anyone.</summary>
internal static class ErrorPages
{
    public static IServiceCollection AddErrorPages(this IServiceCollection services) =>
        services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(new StrangersPatience()));

    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        var database = app.ApplicationServices.GetRequiredService<DatabaseProvider>();
        return app
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = exception => StatusOf(exception, database) })
            .UseStatusCodePagesWithReExecute("/error");
    }

    /// <summary>Whether the request has failed already, and its page is on the way: nothing is asked of it any more.</summary>
    public static bool IsShowing(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Whether the database is what failed, however deep that lies in what was made of it.</summary>
    public static bool IsOfDatabase(Exception exception) => Causes(exception).Any(cause => cause is DbException or SocketException);

    private static int StatusOf(Exception exception, DatabaseProvider database) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when Causes(exception).Any(cause => cause is SocketException || (cause is DbException failed && database.IsGone(failed))) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
