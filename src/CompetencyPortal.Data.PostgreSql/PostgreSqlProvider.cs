using System.Data.Common;

using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.Saving;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

using Npgsql;

namespace CompetencyPortal.Data.PostgreSql;

/// <summary>A PostgreSQL server that somebody operates.</summary>
public class PostgreSqlProvider : DatabaseProvider
{
    /// <summary>
    /// How many of the statements that it sends again and again a connection keeps prepared: planning a page's statements costs
    /// the server several times what running them does.
    /// </summary>
    internal const int PreparedStatements = 100;

    /// <summary>How long a command that took too long waits to be cancelled: a server that hangs does not hear of it.</summary>
    internal const int MillisecondsToCancel = 1000;

    /// <summary>The setting that row-level security reads the organisation from.</summary>
    public const string PartnerSetting = "competencyportal.partner_id";

    /// <inheritdoc/>
    public override string Name => "PostgreSql";

    /// <inheritdoc/>
    public override string SessionLookupSql => $"""
        SELECT s."Id", s."UserId", s."LastSeenAt", u."DisplayName", u."Role", u."PartnerId", p."Name", p."FactsVersion", u."MaySeeAmounts", r."Version", s."Stage", s."CreatedAt", s."PreviousVisitAt",
               set_config('{PartnerSetting}', coalesce(u."PartnerId"::text, ''), false)
        FROM "UserSessions" s
        JOIN "Users" u ON u."Id" = s."UserId"
        LEFT JOIN "Partners" p ON p."Id" = u."PartnerId"
        CROSS JOIN "RulebookState" r
        WHERE s."TokenHash" = @hash AND s."ExpiresAt" > @now AND s."LastSeenAt" > @idleSince
        """;

    /// <inheritdoc/>
    public override ValueTask<DatabaseConnections> ConnectAsync(
        IConfiguration section, IServiceProvider services, CancellationToken cancellationToken)
    {
        var connections = DatabaseConnections.From(section);
        return ValueTask.FromResult(connections with { Application = WithDefaults(connections.Application) });
    }

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly));

    /// <inheritdoc/>
    public override DbCommand SetPartner(DbConnection connection, Guid? partnerId)
    {
        var command = ((NpgsqlConnection)connection).CreateCommand();
        command.CommandText = $"SELECT set_config('{PartnerSetting}', @partner, false)";
        command.Parameters.AddWithValue("partner", partnerId?.ToString() ?? "");
        return command;
    }

    /// <summary>Adds the rows as arrays, one for each column: COPY is not to be had for tables with row-level security.</summary>
    public override async Task InsertAsync(DbConnection connection, DbTransaction? transaction, BulkRows rows, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", rows.Columns.Select(column => $"\"{column.Name}\""));
        var arrays = string.Join(", ", Enumerable.Range(1, rows.Columns.Count).Select(place => $"${place}"));
        await using var command = ((NpgsqlConnection)connection).CreateCommand();
        command.Transaction = (NpgsqlTransaction?)transaction;
        command.CommandText = $"INSERT INTO \"{rows.Table}\" ({names}) SELECT * FROM unnest({arrays})";
        foreach (var column in rows.Columns)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = column.Values });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException exception) => exception.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <summary>What the operator's connection string leaves open.</summary>
    internal static string WithDefaults(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = PreparedStatements;
        }

        if (!connection.ShouldSerialize("Timeout"))
        {
            connection.Timeout = SecondsToAnswer;
        }

        if (!connection.ShouldSerialize("Cancellation Timeout"))
        {
            connection.CancellationTimeout = MillisecondsToCancel;
        }

        return connection.ConnectionString;
    }
}
