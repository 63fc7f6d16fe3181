using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Imports;

/// <summary>The page about an import that is not there, which says why that may be. For all others it is a row that is not found.</summary>
internal sealed class GonePage : PageResult, IStatusCodeActionResult
{
    public GonePage() => StatusCode = StatusCodes.Status404NotFound;
}
