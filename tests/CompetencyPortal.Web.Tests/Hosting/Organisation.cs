using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>An organisation that a test works with, and its people's accounts.</summary>
public sealed record Organisation(Partner Partner, PortalUser Admin, PortalUser Member)
{
    public Guid Id => Partner.Id;
}
