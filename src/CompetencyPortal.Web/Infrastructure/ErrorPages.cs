using System.Data.Common;
using System.Net.Sockets;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Every failure ends on a page of the portal: in its layout and language, with the correlation id, and without a stack trace for anyone.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf })
        .UseStatusCodePagesWithReExecute("/error");

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsDatabaseGone(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsDatabaseGone(Exception? exception) => exception switch
    {
        null => false,
        SocketException or DbException { IsTransient: true } => true,
        _ => IsDatabaseGone(exception.InnerException),
    };
}
