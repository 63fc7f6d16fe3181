using CompetencyPortal.Data.PostgreSql.Embedded;
using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Data.PostgreSql;

/// <summary>The default: a PostgreSQL that the program brings, starts, migrates and stops itself.</summary>
public sealed class EmbeddedProvider : PostgreSqlProvider
{
    /// <inheritdoc/>
    public override string Name => "Embedded";

    /// <inheritdoc/>
    public override bool MigratesAtStart => true;

    /// <inheritdoc/>
    public override async ValueTask<DatabaseConnections> ConnectAsync(
        IConfiguration section, IServiceProvider services, CancellationToken cancellationToken)
    {
        var options = section.GetSection("Embedded").Get<EmbeddedPostgresOptions>() ?? new EmbeddedPostgresOptions();
        try
        {
            var server = await EmbeddedPostgres.StartAsync(
                options, services.GetRequiredService<ILoggerFactory>(), services.GetRequiredService<TimeProvider>(), cancellationToken);
            return new DatabaseConnections(server.AppConnectionString, server.OwnerConnectionString, server);
        }
        catch (EmbeddedPostgresException exception)
        {
            throw new DatabaseStartException(exception.Message, exception);
        }
    }
}
