using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Sign-in with anyone's passkey, instead of email address and password.</summary>
[AllowAnonymous, LimitAttempts]
public sealed class SignInModel(PasskeyCeremony ceremony, BrowserSession browser, CurrentUser current, IStringLocalizer<AccountTexts> texts)
    : PasskeyProofModel(ceremony, browser, texts)
{
    protected override Guid? Owner => null;

    public IActionResult OnGet() => current.Role is { } role ? LocalRedirect(Landing.After(role, ReturnUrl, Url)) : Page();
}
