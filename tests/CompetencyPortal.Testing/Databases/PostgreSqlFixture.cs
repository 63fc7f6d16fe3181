using CompetencyPortal.Data.PostgreSql.Embedded;
using CompetencyPortal.Data.Providers;

using Microsoft.Extensions.Logging.Abstractions;

using Npgsql;

namespace CompetencyPortal.Testing.Databases;

/// <summary>
/// The embedded PostgreSQL, started once per test process on a folder of its own. Its database is migrated once and is
/// then the template from which each test's database is copied.
/// </summary>
public sealed class PostgreSqlFixture : DatabaseFixture
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"competencyportal-tests-{Guid.CreateVersion7():N}");
    private EmbeddedPostgres? _server;
    private string? _administration;

    public override string ProviderName => "PostgreSql";

    public override async Task<TestDatabase> CreateAsync()
    {
        var server = await StartAsync();
        return await CreateAsync(server, $"TEMPLATE {new NpgsqlConnectionStringBuilder(server.OwnerConnectionString).Database}");
    }

    public override async Task<TestDatabase> CreateEmptyAsync() => await CreateAsync(await StartAsync(), "");

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
        await base.DisposeAsync();
    }

    private static Task<TestDatabase> OpenAsync(EmbeddedPostgres server, string name, Func<Task> drop) =>
        TestDatabase.OpenAsync("PostgreSql", ConnectionTo(server.AppConnectionString, name), ConnectionTo(server.OwnerConnectionString, name), drop);

    private static string ConnectionTo(string connection, string database) =>
        new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    private async Task<TestDatabase> CreateAsync(EmbeddedPostgres server, string options)
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        await ExecuteAsync($"CREATE DATABASE {name} {options}");
        return await OpenAsync(server, name, () => DropAsync(server, name));
    }

    private async Task<EmbeddedPostgres> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_server is not null)
            {
                return _server;
            }

            var options = new EmbeddedPostgresOptions { DataFolder = _folder, Durable = false, OwnerMayCreateDatabases = true };
            var server = await EmbeddedPostgres.StartAsync(options, NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None);
            var template = new NpgsqlConnectionStringBuilder(server.OwnerConnectionString).Database!;
            await using (var database = await OpenAsync(server, template, () => Task.CompletedTask))
            {
                await DatabaseMigration.ApplyAsync(database.Portal, CancellationToken.None);
            }

            // A template is copied only while nobody is connected to it.
            NpgsqlConnection.ClearAllPools();
            _administration = ConnectionTo(server.OwnerConnectionString, "postgres");
            return _server = server;
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task DropAsync(EmbeddedPostgres server, string name)
    {
        foreach (var connectionString in new[] { server.AppConnectionString, server.OwnerConnectionString })
        {
            await using var connection = new NpgsqlConnection(ConnectionTo(connectionString, name));
            NpgsqlConnection.ClearPool(connection);
        }

        try
        {
            await ExecuteAsync($"DROP DATABASE {name}");
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            // A host that has ended may leave a connection behind for a while. The database goes with the server's folder then.
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_administration);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
