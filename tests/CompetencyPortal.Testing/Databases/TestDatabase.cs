using CompetencyPortal.Data;
using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.SqlServer;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Testing.Databases;

/// <summary>One test's database, with the data floor registered for it. Contexts work as the application's role unless said otherwise.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Func<Task> _drop;

    private TestDatabase(ServiceProvider services, Dictionary<string, string?> settings, FakeClock clock, CommandLog commands, Func<Task> drop)
    {
        _services = services;
        _drop = drop;
        Settings = settings;
        Clock = clock;
        CommandLog = commands;
    }

    /// <summary>The configuration that points a program at this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public FakeClock Clock { get; }

    /// <summary>What the application's contexts sent.</summary>
    public CommandLog CommandLog { get; }

    public IServiceProvider Services => _services;

    public PortalDatabase Portal => _services.GetRequiredService<PortalDatabase>();

    internal static async Task<TestDatabase> OpenAsync(
        string provider, string connection, string ownerConnection, Func<Task> drop)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection,
            ["Database:OwnerConnectionString"] = ownerConnection,
        };
        var clock = new FakeClock();
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        collection.AddPortalData(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new PostgreSqlProvider(), new SqlServerProvider());
        var commands = new CommandLog();
        collection.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
        var services = collection.BuildServiceProvider();
        var database = new TestDatabase(services, settings, clock, commands, drop);
        await database.Portal.StartAsync(CancellationToken.None);
        return database;
    }

    /// <summary>A context of the application's role, within the scope of an organisation or of none.</summary>
    public async Task<PortalDbContext> OpenAsync(Guid? partnerId = null)
    {
        var db = await _services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        if (partnerId is not null)
        {
            await db.EnterPartnerAsync(partnerId);
        }

        return db;
    }

    /// <summary>A context of the role that owns the tables.</summary>
    public PortalDbContext OpenAsOwner() => Portal.CreateOwnerContext();

    /// <summary>The services of one request.</summary>
    public AsyncServiceScope BeginRequest() => _services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _drop();
    }
}
