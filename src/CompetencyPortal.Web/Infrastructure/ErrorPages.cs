using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every failure ends on a page of the portal: in its layout and language, with the correlation id, and without a stack trace for anyone.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf })
        .UseStatusCodePagesWithReExecute("/error");

    /// <summary>Whether the request has failed already, and its page is on the way: nothing is asked of it any more.</summary>
    public static bool IsShowing(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsDatabaseGone(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether the database could not be reached, however deep that lies in what was made of it.</summary>
    public static bool IsDatabaseGone(Exception? exception) => exception switch
    {
        null => false,
        SocketException or DbException { IsTransient: true } => true,
        _ => IsDatabaseGone(exception.InnerException),
    };
}
