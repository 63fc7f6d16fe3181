using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>The person's passkeys.</summary>
[FreshSignIn, Authorize(Policies.SignedIn), LimitAttempts]
public sealed class IndexModel(
    PasskeyCeremony ceremony, AccountPasskeys passkeys, SecurityNotices notices, CurrentUser current, IValidator<PasskeyAddModel.InputModel> validator,
    IStringLocalizer<AccountTexts> texts) : PasskeyAddModel(ceremony, validator, texts)
{
    public IReadOnlyList<Passkey> View { get; private set; } = [];

    protected override Guid Owner => current.UserId!.Value;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    protected override async Task LoadAsync(CancellationToken cancellationToken) => View = await passkeys.ListAsync(Owner, cancellationToken);

    protected override async Task<IActionResult> AfterAsync(CancellationToken cancellationToken)
    {
        await notices.SecondFactorChangedAsync(Owner, cancellationToken);
        return RedirectToPage();
    }
}
