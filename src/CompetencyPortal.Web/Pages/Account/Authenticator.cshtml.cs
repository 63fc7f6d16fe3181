using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Mail;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Pages.Account.SecondFactor;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Sets up the account's authenticator app, or another one in its place, or removes it.</summary>
[Authorize(Policies.SignedIn), FreshSignIn]
public sealed class AuthenticatorModel(
    PortalDbContext db, SecondFactors factors, SecurityNotices notices, CurrentUser current, IDataProtectionProvider protection,
    IValidator<AuthenticatorInput> validator, IStringLocalizer<SharedTexts> shared, IStringLocalizer<SecondFactorTexts> texts) : PageModel
{
    [BindProperty]
    public AuthenticatorInput Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public ViewModel View { get; private set; } = null!;

    private Guid SessionId => current.SessionId!.Value;

    private Guid UserId => current.UserId!.Value;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.Accepts(validator, Input))
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        if (AuthenticatorOffer.Read(Input.Ticket, protection, SessionId) is not { } key
            || await factors.SetAuthenticatorAsync(UserId, key, Input.Code!, cancellationToken: cancellationToken) is not { } codes)
        {
            ModelState.AddModelError("Input.Code", texts["SetUp.Refused"]);
            await LoadAsync(cancellationToken);
            return Page();
        }

        await notices.SecondFactorChangedAsync(UserId, cancellationToken);
        StatusMessage = texts["Authenticator.Set"];
        return this.ShowRecoveryCodes(UserId, codes, Url.Page("Index")!);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await factors.RemoveAuthenticatorAsync(UserId, cancellationToken))
        {
            ModelState.AddModelError("", texts["Authenticator.Last"]);
            await LoadAsync(cancellationToken);
            return Page();
        }

        await notices.SecondFactorChangedAsync(UserId, cancellationToken);
        StatusMessage = texts["Authenticator.Removed"];
        return RedirectToPage("Index");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var state = await factors.FindAsync(UserId, cancellationToken);
        var email = await db.Users.Where(user => user.Id == UserId).Select(user => user.Email!).SingleAsync(cancellationToken);
        View = new ViewModel(
            state.HasAuthenticator,
            MayRemove: state.HasAuthenticator && (state.HasPasskey || !factors.AreRequired),
            AuthenticatorOffer.Again(Input.Ticket, protection, SessionId, shared["App.Name"], email));
    }

    public sealed record ViewModel(bool Has, bool MayRemove, AuthenticatorOffer Offer);
}
