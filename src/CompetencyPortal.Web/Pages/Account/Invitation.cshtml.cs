using CompetencyPortal.Data;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Accounts;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Account;

/// <summary>Where an invitation's link leads: whoever holds it makes their account here. To look, as mail scanners do, uses nothing up.</summary>
[AllowAnonymous, LimitAttempts(Except = ["SignOut"])]
public sealed class InvitationModel(
    PortalDbContext db, Invitations invitations, InvitationCookie cookie, SecondFactors factors, BrowserSession browser, CurrentUser current,
    IValidator<InvitationModel.InputModel> validator, IStringLocalizer<MemberTexts> texts, IStringLocalizer<AccountTexts> words) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    /// <summary>What the link invites to; null if it does not work.</summary>
    public ViewModel? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not null)
        {
            InvitationCookie.Remove(Response);
            if (SecretToken.TryParse(token, out var link))
            {
                cookie.Write(Response, link);
            }

            return RedirectToPage();
        }

        if (await LoadAsync(cancellationToken) is { } invitation)
        {
            Input.Name = invitation.DisplayName;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null || current.IsSignedIn || !ModelState.Accepts(validator, Input) || cookie.Read(Request) is not { } link)
        {
            return Page();
        }

        var outcome = await invitations.AcceptAsync(link, Input.Name!.Trim(), Input.Password!, PortalCulture.Current.Name, cancellationToken);
        if (outcome.User is not { } user)
        {
            ModelState.AddPasswordErrors("Input.Password", outcome.Errors ?? [], words);
            await LoadAsync(cancellationToken);
            return Page();
        }

        InvitationCookie.Remove(Response);
        var stage = await factors.StageAfterPasswordAsync(user.Id, cancellationToken);
        await browser.OpenAsync(user, stage, cancellationToken);
        StatusMessage = PasswordAdvice.After(Input.Password!, texts["Accept.Done"], words);
        return stage is SessionStage.Complete ? LocalRedirect(Landing.Of(user.Role)) : RedirectToPage("SecondFactor/Index");
    }

    public async Task<RedirectToPageResult> OnPostSignOutAsync(CancellationToken cancellationToken)
    {
        await browser.EndAsync(cancellationToken);
        return RedirectToPage();
    }

    private async Task<Invitation?> LoadAsync(CancellationToken cancellationToken)
    {
        var invitation = cookie.Read(Request) is { } link ? await invitations.FindAsync(link, cancellationToken) : null;
        View = invitation is null ? null : new ViewModel(
            invitation.Partner?.Name,
            invitation.Role,
            invitation.Email,
            invitation.ExpiresAt,
            await db.Users.Where(user => user.Id == invitation.InvitedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken),
            await invitations.HasAccountAsync(invitation, cancellationToken));
        return invitation;
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Password { get; set; }
    }

    /// <param name="Organisation">The organisation's name; null for programme staff.</param>
    /// <param name="Role">What the person will do.</param>
    /// <param name="Email">The address of the account.</param>
    /// <param name="ExpiresAt">Until when the link works.</param>
    /// <param name="Inviter">Who invites; null if they are gone.</param>
    /// <param name="HasAccount">Whether the address has an account already.</param>
    public sealed record ViewModel(string? Organisation, PortalRole Role, string Email, DateTimeOffset ExpiresAt, string? Inviter, bool HasAccount);

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<MemberTexts> texts, IStringLocalizer<AccountTexts> words)
        {
            RuleFor(input => input.Name).PersonName(texts);
            RuleFor(input => input.Password).NotEmpty().WithMessage(_ => words["Password.Missing"]);
        }
    }
}
