namespace CompetencyPortal.Web.Infrastructure.RateLimits;

internal static class RateLimitRegistration
{
    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AttemptLimitOptions>().Bind(configuration.GetSection(AttemptLimitOptions.Section))
            .Validate(limits => limits.AreSensible, AttemptLimitOptions.Refusal).ValidateOnStart();
        return services.AddSingleton<AttemptLimits>();
    }
}
