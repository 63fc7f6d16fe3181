using FluentValidation;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure;

internal static class FormRegistration
{
    public static IServiceCollection AddPortalForms(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(FormRegistration).Assembly, includeInternalTypes: true))
        {
            services.AddScoped(found.InterfaceType, found.ValidatorType);
        }

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-antiforgery";
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "__Host-message";
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
        });
        return services;
    }

    /// <summary>
    /// Every cookie is for this host alone (their names say <c>__Host-</c>), marked Secure even on the loopback's plain http,
    /// where browsers allow it; the antiforgery service would refuse such a request if it were asked to mark its cookie itself.
    /// </summary>
    public static IApplicationBuilder UseSecureCookies(this IApplicationBuilder app) => app.UseCookiePolicy(new CookiePolicyOptions
    {
        Secure = CookieSecurePolicy.Always,
        HttpOnly = HttpOnlyPolicy.Always,
        MinimumSameSitePolicy = SameSiteMode.Lax,
    });
}
