using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Demo;
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

/// <summary>Sign-in with email address and password; in the demo also with one click.</summary>
[AllowAnonymous, LimitAttempts(Except = ["Demo"])]
public sealed class SignInModel(
    PortalDbContext db, PasswordCheck passwords, SecondFactors factors, BrowserSession browser, CurrentUser current, IOptions<DemoOptions> demo, IOptions<IdentityOptions> identity,
    AttemptLimits limits, IValidator<SignInModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public ViewModel View { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Role is { } role)
        {
            return LocalRedirect(Landing.After(role, ReturnUrl, Url));
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.Accepts(validator, Input))
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        if (!limits.MayTry(Input.Email!, out var refusal))
        {
            return refusal;
        }

        if (await passwords.FindAsync(Input.Email!, Input.Password!, cancellationToken) is not { } user)
        {
            var lockout = identity.Value.Lockout;
            ModelState.AddModelError("", texts["SignIn.Refused", lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes]);
            await LoadAsync(cancellationToken);
            return Page();
        }

        var stage = await factors.StageAfterPasswordAsync(user.Id, cancellationToken);
        await browser.OpenAsync(user, stage, cancellationToken);
        return stage is SessionStage.Complete
            ? LocalRedirect(Landing.After(user.Role, ReturnUrl, Url))
            : RedirectToPage("SecondFactor/Index", new { ReturnUrl });
    }

    public async Task<IActionResult> OnPostDemoAsync(Guid account, CancellationToken cancellationToken)
    {
        await db.EnterPartnerAsync(null, cancellationToken);
        if (!demo.Value.Enabled || await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == account && user.IsDemo, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        // The demo's own door: what somebody sets up in an account that everyone shares shuts nobody out.
        await browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return LocalRedirect(Landing.After(user.Role, ReturnUrl, Url));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (demo.Value.Enabled)
        {
            var accounts = await db.Users.AsNoTracking().Include(user => user.Partner).Where(user => user.IsDemo)
                .OrderBy(user => user.Id).ToListAsync(cancellationToken);
            View = new ViewModel([.. accounts.GroupBy(user => user.PartnerId, (_, users) => DemoHouse.Of([.. users]))]);
        }
    }

    public sealed class InputModel
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }

    /// <param name="Demo">Empty outside the demo.</param>
    public sealed record ViewModel(IReadOnlyList<DemoHouse> Demo);

    /// <summary>The demo's accounts of one organisation; of programme staff if it has no name.</summary>
    public sealed record DemoHouse(string? Name, DemoStory? Story, IReadOnlyList<(Guid Id, string Name, PortalRole Role)> Accounts)
    {
        internal static DemoHouse Of(IReadOnlyList<PortalUser> users) => new(
            users[0].Partner?.Name,
            users[0].Partner is { } partner ? DemoWorld.StoryOf(partner.PartnerNumber) : null,
            [.. users.Select(user => (user.Id, user.DisplayName, user.Role))]);
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<AccountTexts> texts)
        {
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => texts["SignIn.Email.Missing"]).MaximumLength(256);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => texts["SignIn.Password.Missing"]).MaximumLength(PasswordLength.Most);
        }
    }
}
