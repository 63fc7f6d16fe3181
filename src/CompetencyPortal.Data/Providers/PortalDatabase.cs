using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.Providers;

/// <summary>The database that this program works on: found, or started, once, and stopped with the program.</summary>
public sealed class PortalDatabase(DatabaseProvider provider, IConfiguration configuration, IServiceProvider services) : IAsyncDisposable
{
    private DatabaseConnections? _connections;

    /// <summary>The kind of database.</summary>
    public DatabaseProvider Provider => provider;

    /// <summary>The ways into it.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public DatabaseConnections Connections =>
        _connections ?? throw new InvalidOperationException("The database has not been started: PortalDatabase.StartAsync comes before the first context.");

    /// <summary>Finds the database, or starts it where the program brings its own.</summary>
    /// <exception cref="DatabaseStartException">It cannot be had; the message says why.</exception>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _connections ??= await provider.ConnectAsync(configuration.GetSection("Database"), services, cancellationToken);

    /// <summary>A context of the role that owns the tables.</summary>
    /// <exception cref="DatabaseStartException">No owner's connection is known.</exception>
    public PortalDbContext CreateOwnerContext()
    {
        var owner = Connections.Owner
            ?? throw new DatabaseStartException("Database:OwnerConnectionString is not set. This needs the role that owns the tables.");
        var options = new DbContextOptionsBuilder<PortalDbContext>().UseApplicationServiceProvider(services);
        provider.Configure(options, owner);
        return new PortalDbContext(options.Options);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connections?.Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
