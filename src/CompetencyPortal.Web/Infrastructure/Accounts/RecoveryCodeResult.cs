using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

/// <summary>
/// Shows recovery codes once, after they were made, and to their owner alone: they travel to the page in the protected cookie
/// of messages, under the owner's key, because the next person in that browser may be another.
/// </summary>
internal static class RecoveryCodeResult
{
    /// <summary>Leads to the page that shows the codes; where none were made, to where it would lead on.</summary>
    public static IActionResult ShowRecoveryCodes(this PageModel page, Guid userId, IReadOnlyList<string> codes, string next)
    {
        if (codes.Count is 0)
        {
            return page.LocalRedirect(next);
        }

        page.TempData[KeyOf(userId)] = codes.ToArray();
        return page.RedirectToPage("/Account/RecoveryCodes", new { returnUrl = next });
    }

    /// <summary>The account's codes to show; none if they have been shown.</summary>
    public static IReadOnlyList<string> TakeRecoveryCodes(this ITempDataDictionary messages, Guid userId) => messages[KeyOf(userId)] as string[] ?? [];

    private static string KeyOf(Guid userId) => $"RecoveryCodes {userId}";
}
