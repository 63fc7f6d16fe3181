using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Facts;
using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>A page about one person of a house, for its admins: what they do, and whether they stay.</summary>
public abstract class MemberEditModel(
    House house, People people, Memberships memberships, LastAct lastAct, CurrentUser current, IValidator<MemberEditModel.InputModel> validator, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [TempData]
    public string? StatusMessage { get; set; }

    public People.Person View { get; private set; } = null!;

    public House House => house;

    public bool IsSelf => Id == current.UserId;

    public string ReturnUrl => house.Home(Url);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = InputModel.Of(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.Accepts(validator, Input) || !await IsAsSeenAsync(cancellationToken))
        {
            return Page();
        }

        if (!house.Roles.Contains(Input.Role!.Value))
        {
            ModelState.AddModelError("Input.Role", texts["Person.Role.Missing"]);
            return Page();
        }

        return Leave(await memberships.ChangeAsync(Id, Input.Role.Value, Input.MaySeeAmounts, cancellationToken), texts["Member.Saved", View.Name], ReturnUrl);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Whoever removes their own account has no session to come back with.
        var outcome = await memberships.RemoveAsync(Id, cancellationToken);
        return outcome is MembershipOutcome.Done && IsSelf
            ? this.LeaveForGood(texts)
            : Leave(outcome, texts["Member.Removed", View.Name], ReturnUrl);
    }

    private IActionResult Leave(MembershipOutcome outcome, string done, string url)
    {
        if (outcome is MembershipOutcome.LastAdmin)
        {
            ModelState.AddModelError("", texts["Member.LastAdmin", View.Name]);
            return Page();
        }

        StatusMessage = outcome is MembershipOutcome.Done ? done : texts["Member.Gone", View.Name];
        return LocalRedirect(url);
    }

    /// <summary>Whether what the form showed as present still is: else somebody else's change would be taken back unseen.</summary>
    private async Task<bool> IsAsSeenAsync(CancellationToken cancellationToken)
    {
        if (Input.Seen == InputModel.Of(View).Seen)
        {
            return true;
        }

        ModelState.Clear();
        Input = InputModel.Of(View);
        ModelState.AddModelError("", await lastAct.AddToAsync(texts["Member.ChangedMeanwhile", View.Name], Id.ToString(), ["Member.RoleChanged", "Member.AmountsLeaveChanged", "Staff.RoleChanged"], cancellationToken));
        return false;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await house.EnterAsync(RouteData.Values, cancellationToken) || await people.MemberAsync(Id, cancellationToken) is not { } person)
        {
            return false;
        }

        View = person;
        return true;
    }

    public sealed class InputModel : IRoleInput
    {
        public PortalRole? Role { get; set; }

        public bool MaySeeAmounts { get; set; }

        /// <summary>What the person did when the form was made.</summary>
        public string? Seen { get; set; }

        internal static InputModel Of(People.Person person) => new()
        {
            Role = person.Role,
            MaySeeAmounts = person.MaySeeAmounts,
            Seen = $"{person.Role} {person.MaySeeAmounts}",
        };
    }

    internal sealed class Validator : AbstractValidator<InputModel>
    {
        public Validator(IStringLocalizer<MemberTexts> texts) =>
            RuleFor(input => input.Role).NotNull().WithMessage(_ => texts["Person.Role.Missing"]);
    }
}
