using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Notes in the audit trail who asked for a row that is not there for them. Whether it is another organisation's or nobody's
/// cannot be told apart here, and need not be: the database shows no row of others to find out by.
/// </summary>
internal sealed class MissingKeyTrail(PortalDbContext db, CurrentUser user) : IAsyncAlwaysRunResultFilter
{
    public const string Action = "Key.NotFound";

    /// <summary>As many keys as an event has room for.</summary>
    private const int MostKeys = 5;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IStatusCodeActionResult { StatusCode: StatusCodes.Status404NotFound } && user.IsSignedIn && KeysOf(context) is { Count: > 0 } keys)
        {
            // What the handler had begun is not to be saved, and the event is, even if nobody waits for the answer.
            db.ChangeTracker.Clear();
            await db.EnterPartnerAsync(user.PartnerId, CancellationToken.None);
            var route = context.ActionDescriptor.AttributeRouteInfo?.Template ?? "";
            db.Audit(Action, route.Length <= AuditEvent.EntityTypeLength ? route : route[..AuditEvent.EntityTypeLength], string.Join(' ', keys));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await next();
    }

    /// <summary>The keys of rows that the request brings, wherever it brings them.</summary>
    private static List<Guid> KeysOf(FilterContext context)
    {
        var request = context.HttpContext.Request;
        var values = context.RouteData.Values.Values.Select(value => value?.ToString())
            .Concat(request.Query.SelectMany(one => one.Value))
            .Concat(request.HasFormContentType ? request.Form.SelectMany(one => one.Value) : []);
        return [.. values.Select(value => Guid.TryParse(value, out var key) ? key : Guid.Empty).Where(key => key != Guid.Empty).Distinct().Take(MostKeys)];
    }
}
