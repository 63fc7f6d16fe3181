using System.Globalization;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>
/// Asks for a link to choose a new password. Whether there is such an account is found out afterwards
/// (<see cref="ResetRequests"/>): the answer, and the time it takes, are the same for every address.
/// </summary>
[AllowAnonymous, LimitAttempts]
public sealed class ForgotModel(ResetRequests requests, AttemptLimits limits, IValidator<ForgotModel.InputModel> validator) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Whether a link was asked for.</summary>
    [TempData]
    public bool IsAsked { get; set; }

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        if (!limits.MayTryTo("forgot", Input.Email!, out var refusal))
        {
            return refusal;
        }

        requests.Add(new ResetRequest(Input.Email!, CultureInfo.CurrentUICulture.Name));
        IsAsked = true;
        return RedirectToPage();
    }

    public sealed class InputModel
    {
        public string? Email { get; set; }
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<AccountTexts> texts) =>
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => texts["SignIn.Email.Missing"]).MaximumLength(256);
    }
}
