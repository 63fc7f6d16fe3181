using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account.SecondFactor;

/// <summary>Whoever has no second factor sets one up before anything else opens. Whoever has one shows that, or a password would be enough.</summary>
[Authorize(Policies.SecondFactorAwaited), LimitAttempts]
public sealed class SetUpModel(
    PortalDbContext db, SecondFactors factors, BrowserSession browser, CurrentUser current, IDataProtectionProvider protection,
    IValidator<AuthenticatorInput> validator, IStringLocalizer<SharedTexts> shared, IStringLocalizer<SecondFactorTexts> texts) : PageModel
{
    [BindProperty]
    public AuthenticatorInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public AuthenticatorOffer View { get; private set; } = null!;

    private Guid SessionId => current.Awaiting!.SessionId;

    private Guid UserId => current.Awaiting!.UserId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is null ? RedirectToPage("Index", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } user)
        {
            return RedirectToPage("Index", new { ReturnUrl });
        }

        if (!ModelState.Accepts(validator, Input))
        {
            return Page();
        }

        if (AuthenticatorOffer.Read(Input.Ticket, protection, SessionId) is not { } key
            || await factors.SetAuthenticatorAsync(UserId, key, Input.Code!, asFirst: true, cancellationToken) is not { } codes)
        {
            ModelState.AddModelError("Input.Code", texts["SetUp.Refused"]);
            return Page();
        }

        await browser.OpenAsync(user, SessionStage.Complete, cancellationToken);
        return this.ShowRecoveryCodes(user.Id, codes, Landing.After(user.Role, ReturnUrl, Url));
    }

    /// <summary>The account, and a key offered to it; null if it has a second factor.</summary>
    private async Task<PortalUser?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await factors.FindAsync(UserId, cancellationToken)).Any)
        {
            return null;
        }

        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == UserId, cancellationToken);
        View = AuthenticatorOffer.Again(Input.Ticket, protection, SessionId, shared["App.Name"], user.Email!);
        return user;
    }
}
