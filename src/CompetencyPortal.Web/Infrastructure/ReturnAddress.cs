using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Where the reader is: the local address to come back to after a choice made in the header.</summary>
internal static class ReturnAddress
{
    public static string Of(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed
            ? UriHelper.BuildRelative(context.Request.PathBase, failed.OriginalPath, new QueryString(failed.OriginalQueryString))
            : UriHelper.BuildRelative(
                context.Request.PathBase,
                context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path,
                context.Request.QueryString);

    /// <summary>Whether somebody may be led there: an address of this portal, in letters that a header can hold. Browsers encode all others.</summary>
    public static bool LeadsTo(this IUrlHelper urls, [NotNullWhen(true)] string? address) => urls.IsLocalUrl(address) && Ascii.IsValid(address);

    /// <summary>The query of the current address without one of its parameters.</summary>
    public static QueryString QueryWithout(this HttpRequest request, string parameter) =>
        QueryString.Create(request.Query.Where(one => one.Key != parameter));

    /// <summary>The address of the current page with another value for one parameter of its query, or with none where that is empty, and without others.</summary>
    public static string QueryWith(this HttpRequest request, string parameter, string value, params string[] without)
    {
        var rest = QueryString.Create(request.Query.Where(one => one.Key != parameter && !without.Contains(one.Key)));
        return request.PathBase + request.Path + (value is "" ? rest : rest.Add(parameter, value));
    }
}
