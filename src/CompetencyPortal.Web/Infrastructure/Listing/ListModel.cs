using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>A page that shows a list: what the address of any list may ask for. What it cannot mean is refused, not ignored.</summary>
public abstract class ListModel : PageModel
{
    /// <summary>The part of a text that rows must have.</summary>
    [FromQuery(Name = "search")]
    public string? Search
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    [FromQuery(Name = SortOrder.Parameter)]
    public string? SortAsked { get; set; }

    [FromQuery(Name = Paging.Parameter)]
    public int? PageAsked { get; set; }

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!ModelState.IsValid)
        {
            context.Result = BadRequest();
        }
    }
}
