using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>Whose people a page is about: an organisation's, or programme staff. Once entered, the context works in it.</summary>
public abstract class House
{
    /// <summary>The organisation's name; null for programme staff.</summary>
    public abstract string? Name { get; }

    /// <summary>The roles that the house's people can have, the admin's first.</summary>
    public abstract IReadOnlyList<PortalRole> Roles { get; }

    /// <summary>The roles to which the reader may invite.</summary>
    public virtual IReadOnlyList<PortalRole> InvitedRoles => Roles;

    /// <summary>Enters the house that an address names; false if there is none.</summary>
    public abstract Task<bool> EnterAsync(RouteValueDictionary route, CancellationToken cancellationToken);

    /// <summary>The address of the page that lists the house's people.</summary>
    public abstract string Home(IUrlHelper urls);

    /// <summary>The roles of an organisation's people.</summary>
    protected static IReadOnlyList<PortalRole> OfPartner { get; } = [PortalRole.PartnerAdmin, PortalRole.PartnerMember];

    /// <summary>The roles of programme staff.</summary>
    protected static IReadOnlyList<PortalRole> OfProgramme { get; } = [PortalRole.ProgrammeAdmin, PortalRole.ProgrammeEditor];
}
