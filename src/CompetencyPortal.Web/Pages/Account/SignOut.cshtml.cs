using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Ends the session, complete or not. There is nothing to see here: whoever asks for the page is sent on.</summary>
[Authorize(Policies.AnySession)]
public sealed class SignOutModel(BrowserSession browser, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public LocalRedirectResult OnGet() => LocalRedirect("~/");

    public async Task<RedirectToPageResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await browser.EndAsync(cancellationToken);

        // What was kept for a page that nobody opened any more is not the next person's.
        TempData.Clear();
        StatusMessage = texts["SignOut.Done"];
        return RedirectToPage("SignIn");
    }
}
