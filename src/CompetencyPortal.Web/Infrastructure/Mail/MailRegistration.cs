namespace CompetencyPortal.Web.Infrastructure.Mail;

internal static class MailRegistration
{
    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddScoped<Letters>();
        return services;
    }

    /// <summary>Refuses to start where the address for links in mail is none, rather than fail when somebody needs one.</summary>
    public static void CheckPublicAddress(this WebApplication app) => app.Services.GetRequiredService<PublicAddress>();
}
