using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>A passkey of the person whose password has been accepted.</summary>
[Authorize(Policies.SecondFactorAwaited), LimitAttempts]
public sealed class SecondFactorModel(PasskeyCeremony ceremony, BrowserSession browser, CurrentUser current, IStringLocalizer<AccountTexts> texts)
    : PasskeyProofModel(ceremony, browser, texts)
{
    protected override Guid? Owner => current.Awaiting!.UserId;
}
