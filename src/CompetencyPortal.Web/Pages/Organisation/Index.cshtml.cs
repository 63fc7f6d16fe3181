using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Members;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Organisation;

/// <summary>The reader's own organisation: what it is, and who belongs to it.</summary>
public sealed class IndexModel(PortalDbContext db, Infrastructure.Members.People people, CurrentUser current, AsOf asOf) : PageModel
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

    public sealed record ViewModel(OrganisationProfile Profile, PeopleView People);
}
