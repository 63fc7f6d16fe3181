using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Chooses a new password by the link of a mail. Looking at the page, as mail scanners do, uses nothing up.</summary>
[AllowAnonymous, LimitAttempts]
public sealed class ResetModel(
    PasswordResets resets, ResetCookie cookie, SecurityNotices notices, IValidator<ResetModel.InputModel> validator,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>The account's address; null where the link does not work.</summary>
    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
        {
            ResetCookie.Remove(Response);
            if (SecretToken.TryParse(token, out var link))
            {
                cookie.Write(Response, link);
            }

            return RedirectToPage();
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.Accepts(validator, Input) || cookie.Read(Request) is not { } link)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        var errors = await resets.UseAsync(link, Input.New!, notices.AddPasswordChanged, cancellationToken);
        if (errors is not { Count: 0 })
        {
            ModelState.AddPasswordErrors("Input.New", errors ?? [], texts);
            await LoadAsync(cancellationToken);
            return Page();
        }

        ResetCookie.Remove(Response);
        StatusMessage = PasswordAdvice.After(Input.New!, texts["Reset.Done"], texts);
        return RedirectToPage("SignIn");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Email = cookie.Read(Request) is { } link ? (await resets.FindAsync(link, cancellationToken))?.Email : null;

    public sealed class InputModel
    {
        public string? New { get; set; }
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<AccountTexts> texts) => RuleFor(input => input.New).NotEmpty().WithMessage(_ => texts["Password.Missing"]);
    }
}
