using Microsoft.AspNetCore.Mvc.Filters;

namespace CompetencyPortal.Web.Infrastructure.RateLimits;

/// <summary>
/// Limits how often one address may post to a page. Of the page's handlers those named in <see cref="Except"/> are free.
/// An attempt on an account is counted by the handler besides (<see cref="AttemptLimits.MayTry"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitAttemptsAttribute : Attribute, IPageFilter
{
    /// <summary>Handlers where there is nothing to guess.</summary>
    public string[] Except { get; init; } = [];

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is { HttpMethod: not "Get" } handler && !Except.Contains(handler.Name)
            && !context.HttpContext.RequestServices.GetRequiredService<AttemptLimits>().MayTryFrom(
                ClientAddress.Of(context.HttpContext), context.ActionDescriptor.ViewEnginePath, out var refusal))
        {
            context.Result = refusal;
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
