using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages;

/// <summary>What a failed request ends on; asked for by its own address, it is as little to be found as any other.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<SharedTexts> texts) : PageModel
{
    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string CorrelationId { get; private set; } = "";

    /// <summary>Whatever the failed request's method was, there is one answer.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode is StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Status = Response.StatusCode;
        CorrelationId = Correlation.IdOf(HttpContext);
        (Title, Advice) = Status switch
        {
            StatusCodes.Status403Forbidden => (texts["Forbidden.Title"].Value, texts["Forbidden.Advice"].Value),
            StatusCodes.Status404NotFound => (texts["NotFound.Title"].Value, texts["NotFound.Advice"].Value),
            StatusCodes.Status429TooManyRequests => (texts["TooManyAttempts.Title"].Value, texts["TooManyAttempts.Advice"].Value),
            StatusCodes.Status503ServiceUnavailable => (texts["Unavailable.Title"].Value, texts["Unavailable.Advice"].Value),
            >= 500 => (texts["Failure.Title"].Value, texts["Failure.Advice"].Value),
            _ => (texts["BadRequest.Title"].Value, texts["BadRequest.Advice"].Value),
        };
    }
}
