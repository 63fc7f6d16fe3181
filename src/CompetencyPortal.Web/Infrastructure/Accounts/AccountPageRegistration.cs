using CompetencyPortal.Web.Pages.Account.SecondFactor;

namespace CompetencyPortal.Web.Infrastructure.Accounts;

internal static class AccountPageRegistration
{
    public static IServiceCollection AddPortalAccountPages(this IServiceCollection services)
    {
        services.AddScoped<CodeModel.Services>();
        services.AddSingleton<ResetCookie>();
        services.AddSingleton<InvitationCookie>();
        services.AddSingleton<ResetRequests>();
        services.AddHostedService(root => root.GetRequiredService<ResetRequests>());
        return services;
    }
}
