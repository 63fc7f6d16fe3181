using System.Security.Claims;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>A page about one invitation that waits for an answer: it can be sent again, or withdrawn.</summary>
public abstract class MemberInvitationModel(
    House house, People people, Invitations invitations, InvitationLetter letter, AttemptLimits limits, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public People.Waiting View { get; private set; } = null!;

    public House House => house;

    public string ReturnUrl => house.Home(Url);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!limits.MayTryTo("invitation", View.Email, out var refusal) || !limits.MayTryTo("inviter", User.FindFirstValue(ClaimTypes.NameIdentifier)!, out refusal))
        {
            return refusal;
        }

        var outcome = await invitations.ResendAsync(Id, (invitation, token) => letter.Write(invitation, token, house.Name), cancellationToken);
        return Leave(outcome, texts["Invitation.Resent", View.Name, View.Email]);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken)
        ? Leave(await invitations.WithdrawAsync(Id, cancellationToken), texts["Invitation.Withdrawn", View.Name])
        : NotFound();

    private LocalRedirectResult Leave(InvitationOutcome outcome, string done)
    {
        StatusMessage = outcome is InvitationOutcome.Done ? done : texts["Invitation.Gone", View.Name];
        return LocalRedirect(ReturnUrl);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await house.EnterAsync(RouteData.Values, cancellationToken) || await people.InvitationAsync(Id, cancellationToken) is not { } invitation)
        {
            return false;
        }

        View = invitation;
        return true;
    }
}
