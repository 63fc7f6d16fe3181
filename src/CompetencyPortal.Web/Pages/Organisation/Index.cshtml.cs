using System.Net.Mime;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Infrastructure.Members;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Organisation;

/// <summary>The reader's own organisation: what it is, and who belongs to it.</summary>
public sealed class IndexModel(
    PortalDbContext db, Infrastructure.Members.People people, OrganisationArchive archive, CurrentUser current, AsOf asOf) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public bool IsAdmin => current.Role is PortalRole.PartnerAdmin;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var partner = await db.Partners.AsNoTracking().SingleAsync(cancellationToken);
        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => row.CountryCode == partner.CountryCode).ToListAsync(cancellationToken);
        View = new ViewModel(
            OrganisationProfile.Of(partner, classifications, asOf.Date),
            new PeopleView(
                await people.MembersAsync(cancellationToken),
                IsAdmin ? await people.InvitationsAsync(cancellationToken) : null,
                IsAdmin ? "/Organisation/Member" : null,
                IsAdmin ? "/Organisation/Invitation" : null));
    }

    public async Task<CsvResult> OnGetExportAsync(CancellationToken cancellationToken) =>
        new($"members-{asOf.Iso}", MembersFile.Of(await people.MembersAsync(cancellationToken)));

    /// <summary>All that the portal keeps of the organisation, for its admins.</summary>
    public async Task<IActionResult> OnGetArchiveAsync(CancellationToken cancellationToken) => IsAdmin
        ? File(await archive.CreateAsync(cancellationToken), MediaTypeNames.Application.Zip, $"organisation-{asOf.Iso}.zip")
        : Forbid();

    public sealed record ViewModel(OrganisationProfile Profile, PeopleView People);
}
