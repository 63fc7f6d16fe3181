using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Infrastructure.Members;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Program.Staff;

/// <summary>Who belongs to programme staff.</summary>
public sealed class IndexModel(Infrastructure.Members.People people, CurrentUser current) : PageModel
{
    public PeopleView View { get; private set; } = null!;

    public bool IsAdmin => current.Role is PortalRole.ProgrammeAdmin;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = new PeopleView(
        await people.MembersAsync(cancellationToken),
        IsAdmin ? await people.InvitationsAsync(cancellationToken) : null,
        IsAdmin ? "/Program/Staff/Member" : null,
        IsAdmin ? "/Program/Staff/Invitation" : null);

    public async Task<CsvResult> OnGetExportAsync(CancellationToken cancellationToken) => new("staff", MembersFile.Of(await people.MembersAsync(cancellationToken)));
}
