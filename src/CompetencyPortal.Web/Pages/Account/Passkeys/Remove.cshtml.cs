using CompetencyPortal.Data.Accounts.Passkeys;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.Passkeys;

/// <summary>Removes a passkey, once its owner has confirmed it.</summary>
[FreshSignIn, Authorize(Policies.SignedIn)]
public sealed class RemoveModel(AccountPasskeys passkeys, SecurityNotices notices, CurrentUser current, IStringLocalizer<AccountTexts> texts) : PageModel
{
    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken) =>
        await LoadAsync(key, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(key, cancellationToken))
        {
            return NotFound();
        }

        if (!await passkeys.RemoveAsync(current.UserId!.Value, key, cancellationToken))
        {
            ModelState.AddModelError("", texts["Passkey.Remove.Last"]);
            View = View with { MayGo = false };
            return Page();
        }

        await notices.SecondFactorChangedAsync(current.UserId!.Value, cancellationToken);
        StatusMessage = texts["Passkey.Remove.Done", View.Passkey.Name];
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var owner = current.UserId!.Value;
        var found = (await passkeys.ListAsync(owner, cancellationToken)).FirstOrDefault(one => one.Key == key);
        View = new ViewModel(found!, await passkeys.MayRemoveAsync(owner, cancellationToken));
        return found is not null;
    }

    /// <param name="Passkey">What is to be removed.</param>
    /// <param name="MayGo">False if it is the last second factor of somebody who must have one.</param>
    public sealed record ViewModel(Passkey Passkey, bool MayGo);
}
