using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Infrastructure.Members;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Program.Partners;

/// <summary>One organisation as staff see it: what it is, its people, and who is invited.</summary>
public sealed class PartnerModel(
    PortalDbContext db, PartnerByNumber partners, Infrastructure.Members.People people, CurrentUser current, AsOf asOf) : PageModel
{
    public ViewModel View { get; private set; } = null!;

    public bool IsAdmin => current.Role is PortalRole.ProgrammeAdmin;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(number, cancellationToken) is not { } partner)
        {
            return NotFound();
        }

        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => row.CountryCode == partner.CountryCode).ToListAsync(cancellationToken);
        await db.EnterPartnerAsync(partner.Id, cancellationToken);
        View = new ViewModel(
            OrganisationProfile.Of(partner, classifications, asOf.Date),
            new PeopleView(
                await people.MembersAsync(cancellationToken),
                await people.InvitationsAsync(cancellationToken),
                IsAdmin ? "/Program/Partners/Promote" : null,
                IsAdmin ? "/Program/Partners/Invitation" : null,
                partner.PartnerNumber.Value));
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string number, CancellationToken cancellationToken)
    {
        if (await partners.FindAsync(number, cancellationToken) is not { } partner)
        {
            return NotFound();
        }

        await db.EnterPartnerAsync(partner.Id, cancellationToken);
        return new CsvResult($"members-{asOf.Iso}", MembersFile.Of(await people.MembersAsync(cancellationToken)));
    }

    public sealed record ViewModel(OrganisationProfile Profile, PeopleView People);
}
