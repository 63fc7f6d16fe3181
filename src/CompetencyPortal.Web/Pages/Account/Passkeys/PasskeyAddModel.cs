using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Passkeys;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Adds a passkey to an account.</summary>
public abstract class PasskeyAddModel(PasskeyCeremony ceremony, IValidator<PasskeyAddModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What the browser answered, as JSON.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>Whose passkey it is to be.</summary>
    protected abstract Guid Owner { get; }

    /// <summary>Whether it has to be the account's first second factor.</summary>
    protected virtual bool IsFirstFactor => false;

    public async Task<ContentResult> OnPostOptionsAsync(CancellationToken cancellationToken) =>
        Content(await ceremony.AskForNewAsync(Owner, cancellationToken), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await AddAsync(cancellationToken))
        {
            StatusMessage = texts["Passkey.Add.Done", Input.Name!.Trim()];
            return await AfterAsync(cancellationToken);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Loads what the page shows.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Where the person arrives with the new passkey.</summary>
    protected abstract Task<IActionResult> AfterAsync(CancellationToken cancellationToken);

    private async Task<bool> AddAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.Accepts(validator, Input))
        {
            return false;
        }

        var refusal = string.IsNullOrEmpty(Answer) ? texts["Passkey.NoAnswer"]
            : await ceremony.AddAsync(Answer, Owner, Input.Name!.Trim(), IsFirstFactor, cancellationToken) ? null
            : texts["Passkey.Add.Refused"];
        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal);
        }

        return refusal is null;
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<AccountTexts> texts) =>
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["Passkey.Name.Missing"]).MaximumLength(Passkey.NameLength);
    }
}
