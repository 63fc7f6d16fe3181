using CompetencyPortal.Data.Accounts;
using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.DataProtection;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Data.Imports;
using CompetencyPortal.Data.Mail;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Data.Sessions;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CompetencyPortal.Data;

/// <summary>The one registration of the data floor, for the web, the command line, design time and tests.</summary>
public static class PortalDataRegistration
{
    private const string DefaultProvider = "Embedded";

    /// <summary>
    /// Registers the context, pooled, and what stands on it, for the provider that <c>Database:Provider</c> names
    /// (default <c>Embedded</c>). Call it before other hosted services are added: hosts start them in order, and the
    /// database is to be there first. This project cannot refer to its providers, so the composing program hands over
    /// the ones it was built with; nobody else chooses between them.
    /// </summary>
    /// <exception cref="DatabaseStartException">No provider has the configured name.</exception>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, params DatabaseProvider[] providers)
    {
        var name = configuration["Database:Provider"] ?? DefaultProvider;
        var provider = providers.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DatabaseStartException($"Database:Provider is “{name}”; it can be {string.Join(", ", providers.Select(candidate => candidate.Name))}.");

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider);
        services.AddSingleton(root => new PortalDatabase(provider, configuration, root));
        services.AddHostedService<DatabaseStartup>();
        services.AddPooledDbContextFactory<PortalDbContext>((root, options) =>
            provider.Configure(options, root.GetRequiredService<PortalDatabase>().Connections.Application));
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddPortalKeys();
        services.AddPortalAccounts();
        services.AddOptions<InvitationLimits>().Bind(configuration.GetSection(InvitationLimits.Section)).Validate(limits => limits.AreSensible, InvitationLimits.Refusal).ValidateOnStart();
        services.AddScoped<Outbox>();
        services.AddOptions<SessionLimits>().Bind(configuration.GetSection(SessionLimits.Section)).Validate(limits => limits.AreSensible, SessionLimits.Refusal).ValidateOnStart();
        services.AddScoped<SessionLookup>();
        services.AddScoped<UserSessions>();
        services.AddScoped<PartnerEvidenceQuery>();
        services.AddOptions<StandingCacheOptions>().Bind(configuration.GetSection(StandingCacheOptions.Section)).Validate(limits => limits.AreSensible, StandingCacheOptions.Refusal).ValidateOnStart();
        services.AddSingleton<StandingCache>();
        services.AddScoped<FactHistoryQuery>();
        services.AddScoped<RevisionPublication>();
        services.AddScoped<PersonalDetailErasure>();
        services.AddSingleton<RulebookStore>();
        services.AddImports(configuration);
        return services;
    }
}
