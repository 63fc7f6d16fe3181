using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>The reader's own organisation, which the session lookup has entered.</summary>
public sealed class OwnOrganisation(CurrentUser current) : House
{
    public override string? Name => current.PartnerName;

    public override IReadOnlyList<PortalRole> Roles => OfPartner;

    public override Task<bool> EnterAsync(RouteValueDictionary route, CancellationToken cancellationToken) => Task.FromResult(current.IsPartner);

    public override string Home(IUrlHelper urls) => urls.Page("/Organisation/Index")!;
}
