using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure.Members;

/// <summary>Programme staff.</summary>
public sealed class ProgrammeStaff(CurrentUser current) : House
{
    public override string? Name => null;

    public override IReadOnlyList<PortalRole> Roles => OfProgramme;

    public override Task<bool> EnterAsync(RouteValueDictionary route, CancellationToken cancellationToken) => Task.FromResult(current.IsStaff);

    public override string Home(IUrlHelper urls) => urls.Page("/Program/Staff/Index")!;
}
