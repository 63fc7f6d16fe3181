using CompetencyPortal.Web.Resources;
using FluentValidation;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure;

internal static class TextRegistration
{
    /// <summary>The cookie that holds the reader's language choice.</summary>
    public const string Cookie = "__Host-language";

    public static IServiceCollection AddPortalTexts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddScoped<Formats>();
        services.AddScoped<EnumText>();
        services.AddScoped<Countries>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = PortalCulture.All.Select(culture => culture.Name).ToArray();
            options.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = Cookie },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<SharedTexts>>(LocaliseBinding);
        return services;
    }

    public static IApplicationBuilder UsePortalTexts(this IApplicationBuilder app)
    {
        ValidatorOptions.Global.LanguageManager =
            new ValidationTexts(app.ApplicationServices.GetRequiredService<IStringLocalizer<SharedTexts>>());
        return app.UseRequestLocalization(app.ApplicationServices.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);
    }

    /// <summary>What the framework says of a value that it cannot read, in the reader's language.</summary>
    private static void LocaliseBinding(MvcOptions options, IStringLocalizer<SharedTexts> texts)
    {
        // Required or not is the validators' to say, in our words.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new FieldBinderProvider());

        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["Binding.Invalid", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["Binding.Invalid", value]);
        messages.SetValueIsInvalidAccessor(value => texts["Binding.Invalid", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Binding.Unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Binding.Unreadable"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Binding.Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Binding.Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Binding.Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Binding.Missing"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Binding.NotANumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Binding.NotANumber"]);
    }
}
