using CompetencyPortal.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Web.Infrastructure.Passkeys;

internal static class PasskeyRegistration
{
    public static IServiceCollection AddPortalPasskeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PasskeySettings>().Bind(configuration.GetSection(PasskeySettings.Section))
            .Validate(settings => settings.AreSensible, PasskeySettings.Refusal).ValidateOnStart();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PasskeySettings>, PublicAddress>((options, settings, address) =>
        {
            options.ServerDomain = settings.Value.ServerDomain ?? address.Configured?.Host;
            options.AuthenticatorTimeout = settings.Value.ChallengeLifetime;

            // Whoever has the device must also unlock it, so that a passkey is two factors; and it names its account, so
            // that it signs in without a word typed. Which make the device is, is nobody's business.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && context.TopOrigin is null && context.Origin == OriginOf(address.Configured, context.HttpContext.Request));
        });
        services.AddScoped<IPasskeyHandler<PortalUser>, PasskeyHandler<PortalUser>>();
        services.AddSingleton<PasskeyCookie>();
        services.AddScoped<PasskeyCeremony>();
        return services;
    }

    /// <summary>The origin as browsers write it, which leaves out the scheme's own port.</summary>
    private static string OriginOf(Uri? address, HttpRequest request) =>
        (address ?? new Uri($"{request.Scheme}://{request.Host}")).GetLeftPart(UriPartial.Authority);
}
