using FluentValidation;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Infrastructure;

internal static class FormRegistration
{
    /// <summary>The cookie that carries a message from one request to the next.</summary>
    private const string MessageCookie = "__Host-message";

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
            options.Cookie.Name = MessageCookie;
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
        });
        return services;
    }

    /// <summary>
    /// Whether a message can wait for the reader: one was brought, or is made by this request. Where none can, nobody asks for it,
    /// or the answer would tell the browser to forget a cookie that it does not have.
    /// </summary>
    public static bool MayHaveMessage(this HttpRequest request) => HttpMethods.IsPost(request.Method) || request.Cookies.ContainsKey(MessageCookie);

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
