using CompetencyPortal.Data;
using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.SqlServer;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Cli.Operator;

/// <summary>The database as the operator reaches it: by options, else by the portal's own settings in the environment.</summary>
internal static class OperatorDatabase
{
    private static readonly DatabaseProvider[] Providers = [new EmbeddedProvider(), new PostgreSqlProvider(), new SqlServerProvider()];

    /// <summary>The data floor for the database that the options, or the environment, name; started.</summary>
    /// <param name="provider">The provider's name; null takes <c>Database__Provider</c> from the environment.</param>
    /// <param name="ownerConnection">The connection string of the role that owns the tables; null takes <c>Database__OwnerConnectionString</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="DatabaseStartException">The database cannot be had; the message says why.</exception>
    public static async Task<ServiceProvider> StartAsync(string? provider, string? ownerConnection, CancellationToken cancellationToken)
    {
        var given = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:OwnerConnectionString"] = ownerConnection };
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection(given.Where(setting => setting.Value is not null))
            .Build();
        var services = new ServiceCollection().AddLogging().AddPortalData(configuration, Providers).BuildServiceProvider();
        await services.GetRequiredService<PortalDatabase>().StartAsync(cancellationToken);
        return services;
    }

    /// <summary>The data floor of a provider whose database is not asked: enough to speak of its model and its migrations.</summary>
    public static Task<ServiceProvider> OfflineAsync(string provider, CancellationToken cancellationToken = default) =>
        StartAsync(provider, "Database=none", cancellationToken);
}
