using System.Data.Common;
using CompetencyPortal.Data.Providers;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Whoever has signed in learns from the session lookup that the database hangs. A stranger's request has none, so that its
/// own statements, all of them small, may take no longer than that.
/// </summary>
internal sealed class StrangersPatience : DbCommandInterceptor
{
    private static readonly HttpContextAccessor Http = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (Http.HttpContext is { User.Identity.IsAuthenticated: not true })
        {
            result.CommandTimeout = DatabaseProvider.SecondsToAnswer;
        }

        return result;
    }
}
