using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Signs in with a passkey, which is both factors. The page itself is seen by whoever the first try refused.</summary>
public abstract class PasskeyProofModel(PasskeyCeremony ceremony, BrowserSession browser, IStringLocalizer<AccountTexts> texts) : PageModel
{
    /// <summary>What the browser answered, as JSON.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whose passkey it has to be; null: anyone's.</summary>
    protected abstract Guid? Owner { get; }

    public async Task<ContentResult> OnPostOptionsAsync(CancellationToken cancellationToken) =>
        Content(await ceremony.AskAsync(Owner, cancellationToken), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Answer))
        {
            ModelState.AddModelError("", texts["Passkey.NoAnswer"]);
            return Page();
        }

        if (await ceremony.JudgeAsync(Answer, Owner, cancellationToken) is not { } user)
        {
            ModelState.AddModelError("", texts["Passkey.Refused"]);
            return Page();
        }

        await browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return LocalRedirect(Landing.After(user.Role, ReturnUrl, Url));
    }
}
