using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>A passkey as the first second factor of somebody whose password has been accepted, and who has none yet.</summary>
[Authorize(Policies.SecondFactorAwaited), LimitAttempts]
public sealed class SetUpModel(
    PortalDbContext db, SecondFactors factors, PasskeyCeremony ceremony, BrowserSession browser, CurrentUser current, IValidator<PasskeyAddModel.InputModel> validator,
    IStringLocalizer<AccountTexts> texts) : PasskeyAddModel(ceremony, validator, texts)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    protected override Guid Owner => current.Awaiting!.UserId;

    protected override bool IsFirstFactor => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await factors.FindAsync(Owner, cancellationToken)).Any ? RedirectToPage("/Account/SecondFactor/Index", new { ReturnUrl }) : Page();

    protected override Task LoadAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<IActionResult> AfterAsync(CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == Owner, cancellationToken);
        await browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return this.ShowRecoveryCodes(user.Id, await factors.MakeRecoveryCodesAsync(user.Id, cancellationToken), Landing.After(user.Role, ReturnUrl, Url));
    }
}
