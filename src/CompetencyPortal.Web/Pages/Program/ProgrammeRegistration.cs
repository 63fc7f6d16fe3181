using CompetencyPortal.Web.Pages.Program.Pages;
using CompetencyPortal.Web.Pages.Program.Rulebook;

namespace CompetencyPortal.Web.Pages.Program;

public static class ProgrammeRegistration
{
    /// <summary>What the programme staff's pages ask for.</summary>
    public static IServiceCollection AddProgramme(this IServiceCollection services) => services
        .AddScoped<PublishedRevisions>()
        .AddScoped<ThresholdText>()
        .AddScoped<DraftQuery>()
        .AddScoped<DraftSaving>()
        .AddScoped<DraftConflicts>()
        .AddScoped<DisagreementText>();
}
