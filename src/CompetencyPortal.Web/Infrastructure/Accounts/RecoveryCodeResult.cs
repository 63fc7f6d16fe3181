using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// Shows recovery codes once, after they were made: they travel to the page in the protected cookie of messages, which goes
/// as it is read.
/// </summary>
internal static class RecoveryCodeResult
{
    private const string Key = "RecoveryCodes";

    /// <summary>Leads to the page that shows the codes; where none were made, to where it would lead on.</summary>
    public static IActionResult ShowRecoveryCodes(this PageModel page, IReadOnlyList<string> codes, string next)
    {
        if (codes.Count is 0)
        {
            return page.LocalRedirect(next);
        }

        page.TempData[Key] = codes.ToArray();
        return page.RedirectToPage("/Account/RecoveryCodes", new { returnUrl = next });
    }

    /// <summary>The codes to show; none if they have been shown.</summary>
    public static IReadOnlyList<string> TakeRecoveryCodes(this ITempDataDictionary messages) => messages[Key] as string[] ?? [];
}
