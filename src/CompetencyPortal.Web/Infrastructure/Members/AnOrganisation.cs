using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>The organisation whose number stands in the address, for programme admins: they name its admins, and leave the rest to those.</summary>
public sealed class AnOrganisation(PortalDbContext db, PartnerByNumber partners) : House
{
    private Partner? _partner;

    public override string? Name => _partner?.Name;

    public override IReadOnlyList<PortalRole> Roles => OfPartner;

    public override IReadOnlyList<PortalRole> InvitedRoles => [PortalRole.PartnerAdmin];

    public override async Task<bool> EnterAsync(RouteValueDictionary route, CancellationToken cancellationToken)
    {
        _partner = await partners.FindAsync(route["number"] as string, cancellationToken);
        await db.EnterPartnerAsync(_partner?.Id, cancellationToken);
        return _partner is not null;
    }

    public override string Home(IUrlHelper urls) => urls.Page("/Program/Partners/Partner", new { number = _partner!.PartnerNumber.Value })!;
}
