using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>
/// Carries the as-of date from page to page: every address made for a link, a form or a redirect has it while it is not today.
/// A link that names <c>asp-route-asOf</c> itself decides for itself.
/// </summary>
internal sealed class AsOfUrls : IUrlHelperFactory
{
    private readonly UrlHelperFactory _plain = new();

    public IUrlHelper GetUrlHelper(ActionContext context)
    {
        var plain = _plain.GetUrlHelper(context);
        var asOf = context.HttpContext.RequestServices.GetRequiredService<AsOf>();
        return asOf.IsToday ? plain : new Keeping(plain, asOf.Iso);
    }

    private sealed class Keeping(IUrlHelper plain, string asOf) : IUrlHelper
    {
        public ActionContext ActionContext => plain.ActionContext;

        public string? Action(UrlActionContext actionContext)
        {
            actionContext.Values = WithAsOf(actionContext.Values);
            return plain.Action(actionContext);
        }

        public string? RouteUrl(UrlRouteContext routeContext)
        {
            routeContext.Values = WithAsOf(routeContext.Values);
            return plain.RouteUrl(routeContext);
        }

        public string? Link(string? routeName, object? values) => plain.Link(routeName, WithAsOf(values));

        public string? Content(string? contentPath) => plain.Content(contentPath);

        public bool IsLocalUrl(string? url) => plain.IsLocalUrl(url);

        private RouteValueDictionary WithAsOf(object? values)
        {
            var all = new RouteValueDictionary(values);
            all.TryAdd(AsOf.Parameter, asOf);
            return all;
        }
    }
}
