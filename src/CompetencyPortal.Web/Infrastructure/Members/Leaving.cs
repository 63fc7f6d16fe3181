using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

internal static class Leaving
{
    /// <summary>Leads somebody whose account, and with it every session, has just gone to the door.</summary>
    public static RedirectToPageResult LeaveForGood(this PageModel page, IStringLocalizer<MemberTexts> texts)
    {
        SessionCookie.Remove(page.Response);
        page.TempData["StatusMessage"] = texts["Leave.Done"].Value;
        return page.RedirectToPage("/Account/SignIn");
    }
}
