using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Mail;
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

/// <summary>Changes the password of whoever is signed in and knows the present one.</summary>
[Authorize(Policies.SignedIn), FreshSignIn, LimitAttempts]
public sealed class PasswordModel(
    PortalDbContext db, PasswordCheck check, Passwords passwords, SecurityNotices notices, CurrentUser current, IOptions<IdentityOptions> identity,
    AttemptLimits limits, IValidator<PasswordModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!View.HasPassword || !ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        if (!limits.MayTry(View.Email, out var refusal))
        {
            return refusal;
        }

        if (await check.FindAsync(View.Email, Input.Present!, cancellationToken) is not { } user)
        {
            var lockout = identity.Value.Lockout;
            ModelState.AddModelError("Input.Present", texts["Confirm.Refused", lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes]);
            return Page();
        }

        await db.EnterPartnerAsync(user.PartnerId, cancellationToken);
        if (await passwords.ChangeAsync(user.Id, Input.New!, current.SessionId!.Value, notices.AddPasswordChanged, cancellationToken) is { Count: > 0 } errors)
        {
            ModelState.AddPasswordErrors("Input.New", errors, texts);
            return Page();
        }

        StatusMessage = PasswordAdvice.After(Input.New!, texts["Password.Changed"], texts);
        return RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) => View = await db.Users.Where(user => user.Id == current.UserId)
        .Select(user => new ViewModel(user.Email!, user.PasswordHash != null)).SingleAsync(cancellationToken);

    public sealed class InputModel
    {
        /// <summary>The password that is to be changed.</summary>
        public string? Present { get; set; }

        public string? New { get; set; }
    }

    public sealed record ViewModel(string Email, bool HasPassword);

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<AccountTexts> texts)
        {
            RuleFor(input => input.Present).NotEmpty().WithMessage(_ => texts["SignIn.Password.Missing"]).MaximumLength(PasswordLength.Most);
            RuleFor(input => input.New).NotEmpty().WithMessage(_ => texts["Password.Missing"]);
        }
    }
}
