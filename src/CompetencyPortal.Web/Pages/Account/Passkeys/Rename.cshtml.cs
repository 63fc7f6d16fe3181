using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Gives a passkey another name.</summary>
[FreshSignIn, Authorize(Policies.SignedIn)]
public sealed class RenameModel(
    AccountPasskeys passkeys, CurrentUser current, IValidator<PasskeyAddModel.InputModel> validator, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public PasskeyAddModel.InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public Passkey View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(key, cancellationToken))
        {
            return NotFound();
        }

        Input.Name = View.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(key, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        await passkeys.RenameAsync(current.UserId!.Value, key, Input.Name!.Trim(), cancellationToken);
        StatusMessage = texts["Passkey.Rename.Done", Input.Name!.Trim()];
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var found = (await passkeys.ListAsync(current.UserId!.Value, cancellationToken)).FirstOrDefault(one => one.Key == key);
        View = found!;
        return found is not null;
    }
}
