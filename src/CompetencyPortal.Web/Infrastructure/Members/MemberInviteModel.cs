using System.Security.Claims;
using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>A page on which somebody is invited into a house.</summary>
public abstract class MemberInviteModel(
    House house, Invitations invitations, InvitationLetter letter, AttemptLimits limits,
    IValidator<MemberInviteModel.InputModel> validator, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public House House => house;

    public string ReturnUrl => house.Home(Url);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await house.EnterAsync(RouteData.Values, cancellationToken))
        {
            return NotFound();
        }

        Input.Role = house.InvitedRoles[^1];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await house.EnterAsync(RouteData.Values, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input) || !HasRole())
        {
            return Page();
        }

        if (!limits.MayTryTo("invitation", Input.Email!, out var refusal) || !limits.MayTryTo("inviter", User.FindFirstValue(ClaimTypes.NameIdentifier)!, out refusal))
        {
            return refusal;
        }

        var invitee = new Invitee(Input.Name!.Trim(), Input.Email!.Trim(), Input.Role!.Value, Input.MaySeeAmounts, Input.Culture!);
        var outcome = await invitations.InviteAsync(invitee, (invitation, token) => letter.Write(invitation, token, house.Name), cancellationToken);
        if (outcome is not InvitationOutcome.Done)
        {
            ModelState.AddModelError(outcome is InvitationOutcome.TooMany ? "" : "Input.Email", Refusal(outcome));
            return Page();
        }

        StatusMessage = texts["Invite.Done", invitee.DisplayName, invitee.Email];
        return LocalRedirect(ReturnUrl);
    }

    private bool HasRole()
    {
        if (!house.InvitedRoles.Contains(Input.Role!.Value))
        {
            ModelState.AddModelError("Input.Role", texts["Person.Role.Missing"]);
        }

        return ModelState.IsValid;
    }

    private string Refusal(InvitationOutcome outcome) => outcome switch
    {
        InvitationOutcome.IsMember => texts["Invite.IsMember"],
        InvitationOutcome.IsInvited => texts["Invite.IsInvited"],
        InvitationOutcome.TooMany => texts["Invite.TooMany", InvitationLimits.MostPending],
        InvitationOutcome.Done or InvitationOutcome.NotFound => throw new InvalidOperationException($"{outcome} is no refusal of an invitation."),
    };

    public sealed class InputModel : InviteeInput, IRoleInput
    {
        public PortalRole? Role { get; set; }

        public bool MaySeeAmounts { get; set; }
    }

    internal sealed class Validator : InviteeInput.Rules<InputModel>
    {
        public Validator(IStringLocalizer<MemberTexts> texts)
            : base(texts) =>
            RuleFor(input => input.Role).NotNull().WithMessage(_ => texts["Person.Role.Missing"]);
    }
}
