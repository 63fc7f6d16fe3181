using CompetencyPortal.Web.Infrastructure.Exports;

namespace CompetencyPortal.Web.Infrastructure.Members;

internal static class MembersRegistration
{
    /// <summary>What the pages about organisations, their people and staff stand on.</summary>
    public static IServiceCollection AddPortalMembers(this IServiceCollection services) => services
        .AddScoped<PartnerByNumber>()
        .AddScoped<OwnOrganisation>()
        .AddScoped<AnOrganisation>()
        .AddScoped<ProgrammeStaff>()
        .AddScoped<People>()
        .AddScoped<RoleWords>()
        .AddScoped<OrganisationArchive>()
        .AddScoped<InvitationLetter>();
}
