using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.Providers;

/// <summary>The database that this program works on. It is found, or started, once; everybody waits for the same start.</summary>
public sealed class PortalDatabase(DatabaseProvider provider, IConfiguration configuration, IServiceProvider services)
{
    private DatabaseConnections? _connections;

    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider => provider;

    /// <summary>The ways into it.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public DatabaseConnections Connections =>
        _connections ?? throw new InvalidOperationException("The database has not been started: PortalDatabase.StartAsync comes before the first context.");

    /// <summary>Finds the database, or starts it where the program brings its own.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _connections ??= await provider.ConnectAsync(configuration.GetSection("Database"), cancellationToken);

    /// <summary>A context of the role that migrates.</summary>
    /// <exception cref="InvalidOperationException">No owner's connection is known.</exception>
    public PortalDbContext CreateOwnerContext()
    {
        var owner = Connections.Owner
            ?? throw new InvalidOperationException("Database:OwnerConnectionString is not set; migrating needs the role that owns the tables.");
        var options = new DbContextOptionsBuilder<PortalDbContext>().UseApplicationServiceProvider(services);
        provider.Configure(options, owner);
        return new PortalDbContext(options.Options);
    }
}
