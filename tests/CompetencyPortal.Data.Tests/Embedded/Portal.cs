using CompetencyPortal.Data.PostgreSql.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>Short ways to start the server in this process and to speak with it.</summary>
internal static class Portal
{
    public static Task<EmbeddedPostgres> StartAsync(string dataFolder, string? binariesFolder = null)
    {
        var options = new EmbeddedPostgresOptions { DataFolder = dataFolder, BinariesFolder = binariesFolder };
        return EmbeddedPostgres.StartAsync(
            options, NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public static async Task<object?> QueryAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The numbers that <see cref="PortalProcess"/> wrote.</summary>
    public static async Task<HashSet<long>> WrittenAsync(EmbeddedPostgres server)
    {
        return [.. (long[])(await QueryAsync(server.OwnerConnectionString, "select array_agg(number) from written"))!];
    }
}
