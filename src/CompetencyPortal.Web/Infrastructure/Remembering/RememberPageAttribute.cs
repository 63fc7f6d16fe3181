using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CompetencyPortal.Web.Infrastructure.Remembering;

/// <summary>
/// A page that is made of nothing but its address, its reader, the versions of the facts and of the rulebook, and the day: it is
/// written once and then given again while all of these stay as they are (<see cref="RememberedPages"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RememberPageAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>What a request brings that asks for a part of a page.</summary>
    private const string PartialUpdate = "HX-Request";

    private const string Html = "text/html; charset=utf-8";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Headers.ContainsKey(PartialUpdate) || services.GetRequiredService<CurrentUser>().Session is not { } session)
        {
            await next();
            return;
        }

        var pages = services.GetRequiredService<RememberedPages>();
        var key = new RememberedPages.Key(
            session, http.Request.Path + http.Request.QueryString, http.Request.Headers.Cookie.ToString(), PortalCulture.Current.Name, services.GetRequiredService<AsOf>().Today);
        if (pages.Find(key) is { } page)
        {
            context.Result = new FileContentResult(page, Html);
            return;
        }

        await WriteAsync(http, next, page => pages.Keep(key, page));
    }

    /// <summary>Lets the page be written, and hands it to <paramref name="keep"/> if it is one that the next request may be given.</summary>
    private static async Task WriteAsync(HttpContext http, ResourceExecutionDelegate next, Action<byte[]> keep)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var written = new MemoryStream();
        var copy = new StreamResponseBodyFeature(written, original);
        http.Features.Set<IHttpResponseBodyFeature>(copy);
        try
        {
            var done = await next();
            await copy.CompleteAsync();
            if (done.Exception is not null && !done.ExceptionHandled)
            {
                return;
            }
        }
        finally
        {
            http.Features.Set(original);
        }

        // What sets a cookie, such as a message that is shown once, is for this request alone.
        var response = http.Response;
        if (response.StatusCode is StatusCodes.Status200OK && response.ContentType == Html && response.Headers.SetCookie.Count is 0)
        {
            keep(written.ToArray());
        }

        await response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), http.RequestAborted);
    }
}
