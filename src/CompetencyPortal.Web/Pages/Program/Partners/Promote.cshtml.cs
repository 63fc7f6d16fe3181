using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using CompetencyPortal.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>Makes one of an organisation's people its admin, as when its last one has gone without naming another.</summary>
[Authorize(Policies.ProgrammeAdmin)]
public sealed class PromoteModel(
    AnOrganisation house, Infrastructure.Members.People people, Memberships memberships, IStringLocalizer<MemberTexts> texts) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [TempData]
    public string? StatusMessage { get; set; }

    public Infrastructure.Members.People.Person View { get; private set; } = null!;

    public House House => house;

    public string ReturnUrl => house.Home(Url);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var outcome = await memberships.ChangeAsync(Id, PortalRole.PartnerAdmin, maySeeAmounts: false, cancellationToken);
        StatusMessage = outcome is MembershipOutcome.Done ? texts["Promote.Done", View.Name, house.Name!] : texts["Member.Gone", View.Name];
        return LocalRedirect(ReturnUrl);
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
}
