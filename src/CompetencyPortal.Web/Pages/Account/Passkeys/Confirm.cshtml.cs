using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Signs a person in anew, where an act asks for it.</summary>
[Authorize(Policies.SignedIn), LimitAttempts]
public sealed class ConfirmModel(PasskeyCeremony ceremony, BrowserSession browser, CurrentUser current, IStringLocalizer<AccountTexts> texts)
    : PasskeyProofModel(ceremony, browser, texts)
{
    protected override Guid? Owner => current.UserId;

    public void OnGet()
    {
    }
}
