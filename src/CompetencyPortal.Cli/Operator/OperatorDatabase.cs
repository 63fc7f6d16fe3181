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
    /// <summary>The services of the data floor, for one database.</summary>
    /// <param name="provider">The provider's name; null takes <c>Database__Provider</c> from the environment.</param>
    /// <param name="ownerConnection">The connection string of the role that owns the tables; null takes <c>Database__OwnerConnectionString</c>.</param>
    public static ServiceProvider Services(string? provider, string? ownerConnection)
    {
        var given = new Dictionary<string, string?>();
        if (provider is not null)
        {
            given["Database:Provider"] = provider;
        }

        if (ownerConnection is not null)
        {
            given["Database:OwnerConnectionString"] = ownerConnection;
        }

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(given).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddPortalData(configuration, new PostgreSqlProvider(), new SqlServerProvider())
            .BuildServiceProvider();
    }

    /// <summary>The services of a provider whose database is not asked: enough to speak of its model and its migrations.</summary>
    public static async Task<ServiceProvider> OfflineAsync(string provider)
    {
        // A connection string that names nothing; neither provider opens it.
        var services = Services(provider, "Database=none");
        await services.GetRequiredService<PortalDatabase>().StartAsync(CancellationToken.None);
        return services;
    }
}
