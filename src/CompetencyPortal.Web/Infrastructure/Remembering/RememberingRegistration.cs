namespace CompetencyPortal.Web.Infrastructure.Remembering;

internal static class RememberingRegistration
{
    public static IServiceCollection AddRememberedPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RememberedPageOptions>().Bind(configuration.GetSection(RememberedPageOptions.Section))
            .Validate(options => options.AreSensible, RememberedPageOptions.Refusal).ValidateOnStart();
        services.AddSingleton<RememberedPages>();
        return services;
    }
}
