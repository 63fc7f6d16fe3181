using CompetencyPortal.Data.Demo;
using CompetencyPortal.Data.Mail;

namespace CompetencyPortal.Web.Infrastructure.Mail;

internal static class MailRegistration
{
    /// <summary>Mail is written, and sent; in the demo, whose addresses are invented, it is only shown.</summary>
    public static void AddPortalMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddScoped<Letters>();
        builder.Services.AddScoped<SecurityNotices>();
        if (builder.Configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() is not { Enabled: true })
        {
            builder.Services.AddMailDelivery(builder.Configuration);
        }
    }

    /// <summary>Refuses to start where the address for links in mail is none, rather than fail when somebody needs one.</summary>
    public static void CheckPublicAddress(this WebApplication app) => app.Services.GetRequiredService<PublicAddress>();
}
