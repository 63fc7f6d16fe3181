using System.Globalization;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Web.Infrastructure;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>
/// Lets a page take files as large as an import may be, and no larger. Whoever sends more is led back to the form, which says
/// so, without the file being read. It stands before the check of the form's token, which reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>The parameter of the address that says that a file was too large.</summary>
    public const string Refused = "tooLarge";

    /// <summary>What a form needs around its file.</summary>
    private const long FormRoom = 64 * 1024;

    /// <summary>Before the framework's own limit (900) and its check of the token (1000).</summary>
    public int Order => 800;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return;
        }

        var most = http.RequestServices.GetRequiredService<IOptions<ImportLimits>>().Value.MaxMegabytes * 1024L * 1024 + FormRoom;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            // What is too large is measured here; a server that cut it off would leave the reader without an answer.
            body.MaxRequestBodySize = null;
        }

        if (http.Request.ContentLength > most)
        {
            context.Result = new LocalRedirectResult(http.Request.QueryWith(Refused, true.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }
}
