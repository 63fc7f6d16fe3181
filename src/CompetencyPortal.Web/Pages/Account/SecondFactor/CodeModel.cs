using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Pages.Account.SecondFactor;

/// <summary>What the pages have in common on which a code completes the sign-in.</summary>
public abstract class CodeModel(CodeModel.Services services) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What the account has to show.</summary>
    public SecondFactorState View { get; private set; } = null!;

    protected SecondFactors Factors => services.Factors;

    private Guid UserId => services.Current.Awaiting!.UserId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await Factors.FindAsync(UserId, cancellationToken);
        return View.Any ? Page() : RedirectToPage("SetUp", new { ReturnUrl });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        View = await Factors.FindAsync(UserId, cancellationToken);
        if (!ModelState.Accepts(services.Validator, Input))
        {
            return Page();
        }

        if (!services.Limits.MayTry(UserId.ToString(), out var refusal))
        {
            return refusal;
        }

        if (!await AcceptAsync(UserId, Input.Code!, cancellationToken))
        {
            var lockout = services.Identity.Value.Lockout;
            ModelState.AddModelError("Input.Code", Refusal(services.Texts, lockout.MaxFailedAccessAttempts, lockout.DefaultLockoutTimeSpan.TotalMinutes));
            return Page();
        }

        var user = await services.Db.Users.AsNoTracking().SingleAsync(row => row.Id == UserId, cancellationToken);
        await services.Browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return LocalRedirect(Landing.After(user.Role, ReturnUrl, Url));
    }

    protected abstract Task<bool> AcceptAsync(Guid userId, string code, CancellationToken cancellationToken);

    protected abstract string Refusal(IStringLocalizer<SecondFactorTexts> texts, int attempts, double minutes);

    public sealed class InputModel
    {
        public string? Code { get; set; }
    }

    /// <summary>What such a page asks for.</summary>
    public sealed record Services(
        PortalDbContext Db, SecondFactors Factors, BrowserSession Browser, CurrentUser Current, AttemptLimits Limits, IOptions<IdentityOptions> Identity,
        IValidator<InputModel> Validator, IStringLocalizer<SecondFactorTexts> Texts);

    internal sealed class CodeValidator : AbstractValidator<InputModel>
    {
        private const int Longest = 100;

        public CodeValidator(IStringLocalizer<SecondFactorTexts> texts) =>
            RuleFor(input => input.Code).NotEmpty().WithMessage(_ => texts["Code.Missing"]).MaximumLength(Longest);
    }
}
