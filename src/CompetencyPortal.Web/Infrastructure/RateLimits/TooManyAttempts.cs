using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.RateLimits;

/// <summary>The answer to an attempt too many: 429, and when to try again.</summary>
internal sealed class TooManyAttempts(TimeSpan after) : StatusCodeResult(StatusCodes.Status429TooManyRequests)
{
    public override void ExecuteResult(ActionContext context)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        base.ExecuteResult(context);
    }
}
