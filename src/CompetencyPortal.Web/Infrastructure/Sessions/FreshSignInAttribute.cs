using CompetencyPortal.Data;
using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Sessions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Sessions;

/// <summary>
/// Opens a page to those alone who signed in a short time ago (<see cref="SessionLimits.Fresh"/>): what signing in rests on is
/// not changed by whoever finds a browser open. Everybody else confirms who they are first, and comes back. A session that
/// awaits its second factor is never older; the demo's accounts have nothing to confirm with, and are let through in the demo.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await IsFreshAsync(context.HttpContext))
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        var query = HttpMethods.IsGet(request.Method) ? request.QueryString : QueryString.Empty;
        context.Result = new RedirectToPageResult("/Account/Confirm", new { returnUrl = UriHelper.BuildRelative(request.PathBase, request.Path, query) });
    }

    private static async Task<bool> IsFreshAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var user = services.GetRequiredService<CurrentUser>();
        var fresh = services.GetRequiredService<IOptions<SessionLimits>>().Value.Fresh;
        return user.Awaiting is not null
            || services.GetRequiredService<TimeProvider>().GetUtcNow() - user.SignedInAt < fresh
            || (services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled && await IsOfDemoAsync());

        Task<bool> IsOfDemoAsync() => services.GetRequiredService<PortalDbContext>().Users
            .AnyAsync(row => row.Id == user.UserId && row.IsDemo, context.RequestAborted);
    }
}
