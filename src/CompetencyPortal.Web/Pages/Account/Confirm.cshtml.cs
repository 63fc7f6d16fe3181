using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Whoever signed in a while ago shows again who they are, before they change what signing in rests on.</summary>
[Authorize(Policies.SignedIn), LimitAttempts]
public sealed class ConfirmModel(
    PortalDbContext db, PasswordCheck passwords, SecondFactors factors, AccountPasskeys passkeys, BrowserSession browser, CurrentUser current, IOptions<IdentityOptions> identity,
    AttemptLimits limits, IValidator<ConfirmModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public ViewModel View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input.AsksForCode = View.AsksForCode;
        if (!View.TakesPassword || !ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        if (!limits.MayTry(View.Email, out var refusal))
        {
            return refusal;
        }

        if (await passwords.FindAsync(View.Email, Input.Password!, cancellationToken) is not { } user || !await ShowsCodeAsync(user, cancellationToken))
        {
            var lockout = identity.Value.Lockout;
            ModelState.AddModelError("", texts["Confirm.Refused", lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes]);
            return Page();
        }

        await browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return LocalRedirect(Landing.After(user.Role, ReturnUrl, Url));
    }

    private async Task<bool> ShowsCodeAsync(PortalUser user, CancellationToken cancellationToken)
    {
        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        return !View.AsksForCode || await factors.AcceptCodeAsync(user.Id, Input.Code!, cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var hasPasskey = await passkeys.AnyAsync(current.UserId!.Value, cancellationToken);
        View = await db.Users.Where(user => user.Id == current.UserId)
            .Select(user => new ViewModel(user.DisplayName, user.Email!, user.PasswordHash != null, user.TwoFactorEnabled, hasPasskey)).SingleAsync(cancellationToken);
    }

    public sealed class InputModel
    {
        public string? Password { get; set; }

        public string? Code { get; set; }

        internal bool AsksForCode { get; set; }
    }

    /// <param name="Name">Who is signed in.</param>
    /// <param name="Email">Their address.</param>
    /// <param name="HasPassword">Whether there is a password to show.</param>
    /// <param name="AsksForCode">Whether the authenticator app is to be shown too.</param>
    /// <param name="HasPasskey">Whether a passkey may be shown instead.</param>
    public sealed record ViewModel(string Name, string Email, bool HasPassword, bool AsksForCode, bool HasPasskey)
    {
        /// <summary>Whether a password confirms: not alone, where there is a second factor to show.</summary>
        public bool TakesPassword => HasPassword && (AsksForCode || !HasPasskey);
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        private const int LongestCode = 100;

        public Validator(IStringLocalizer<AccountTexts> texts, IStringLocalizer<SecondFactorTexts> factor)
        {
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => texts["SignIn.Password.Missing"]).MaximumLength(PasswordLength.Most);
            RuleFor(input => input.Code).NotEmpty().When(input => input.AsksForCode).WithMessage(_ => factor["Code.Missing"]).MaximumLength(LongestCode);
        }
    }
}
