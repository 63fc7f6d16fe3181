using System.Text.Encodings.Web;
using System.Text.Unicode;
using CompetencyPortal.Web.Pages.Imports;
using CompetencyPortal.Web.Pages.Options;
using CompetencyPortal.Web.Pages.Program;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.WebEncoders;

namespace CompetencyPortal.Web.Infrastructure;

internal static class PageRegistration
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<AsOf>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ReaderTheme>();
        services.AddStanding();
        services.AddProgramme();
        services.AddImportPages();
        services.AddSingleton<IUrlHelperFactory, AsOfUrls>();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Cyrillic and Chinese stand in the page as themselves and not as character references.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddRazorPages(options => options.Conventions.Add(new FolderPolicies()))
            .AddMvcOptions(options =>
            {
                options.ModelMetadataDetailsProviders.Add(new DateInputs());
                options.Filters.Add<HandlerRequired>();
                options.Filters.Add<MissingKeyTrail>();
            })
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        return services;
    }

    /// <summary>Refuses an as-of date that cannot be read or asked about: another day than the one meant would mislead.</summary>
    public static IApplicationBuilder UseAsOf(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (AsOf.TryRead(context.Request, out _))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
