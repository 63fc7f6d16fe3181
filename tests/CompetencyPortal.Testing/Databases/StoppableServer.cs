using System.Diagnostics;
using System.Globalization;

using CompetencyPortal.Data.PostgreSql.Embedded;
using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.Logging.Abstractions;

using Npgsql;

namespace CompetencyPortal.Testing.Databases;

/// <summary>A PostgreSQL of a test's own, which the test stops, lets hang, and starts again. It has one database.</summary>
public sealed class StoppableServer : DatabaseFixture
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"competencyportal-outage-{Guid.CreateVersion7():N}");
    private EmbeddedPostgres? _server;
    private List<string> _hanging = [];

    public override string ProviderName => "PostgreSql";

    private EmbeddedPostgres Server => _server ?? throw new InvalidOperationException("The server does not run.");

    public override async Task<TestDatabase> CreateAsync()
    {
        var database = await CreateEmptyAsync();
        await DatabaseMigration.ApplyAsync(database.Portal, CancellationToken.None);
        return database;
    }

    public override async Task<TestDatabase> CreateEmptyAsync()
    {
        await StartAsync();
        return await TestDatabase.OpenAsync(ProviderName, Server.AppConnectionString, Server.OwnerConnectionString, () => Task.CompletedTask);
    }

    /// <summary>Starts it on the data, and at the address, that it had before.</summary>
    public async Task StartAsync() =>
        _server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = _folder, Durable = false }, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);

    /// <summary>Stops it as its operator would; whoever is connected is sent away.</summary>
    public async Task StopAsync()
    {
        await Server.DisposeAsync();
        _server = null;
    }

    /// <summary>Lets it, and every process that serves a connection, stand still: it is there, and answers nobody.</summary>
    public async Task HangAsync()
    {
        var id = Server.ServerProcessId!.Value.ToString(CultureInfo.InvariantCulture);
        using var list = Process.Start(new ProcessStartInfo("ps", ["-o", "pid=", "--ppid", id]) { RedirectStandardOutput = true })!;
        var served = (await list.StandardOutput.ReadToEndAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await list.WaitForExitAsync();

        // The first stops first: it would serve others meanwhile.
        _hanging = [id, .. served];
        await SignalAsync("-STOP");
    }

    public async Task GoOnAsync()
    {
        await SignalAsync("-CONT");
        _hanging = [];
    }

    public override async ValueTask DisposeAsync()
    {
        if (_hanging.Count > 0)
        {
            await GoOnAsync();
        }

        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        await base.DisposeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, .. _hanging]);
        await kill.WaitForExitAsync();
    }
}
