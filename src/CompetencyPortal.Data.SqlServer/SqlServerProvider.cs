using System.Data;
using System.Data.Common;

using CompetencyPortal.Data.Providers;
using CompetencyPortal.Data.Saving;

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace CompetencyPortal.Data.SqlServer;

/// <summary>A SQL Server, or a server that speaks its language.</summary>
public sealed class SqlServerProvider : DatabaseProvider
{
    /// <summary>The key of the session context that row-level security reads the organisation from.</summary>
    public const string PartnerKey = "competencyportal.partner_id";

    private const int Timeout = -2;
    private const int FatalSeverity = 20;

    /// <summary>The database cannot be opened: it is stopped, recovers or moves.</summary>
    private static readonly int[] CannotOpen = [4060, 40197, 40501, 40613, 49918, 6005, 17142];

    private const int UniqueIndexViolation = 2601;
    private const int UniqueConstraintViolation = 2627;

    /// <inheritdoc/>
    public override string Name => "SqlServer";

    /// <inheritdoc/>
    public override string SessionLookupSql => $"""
        SET NOCOUNT ON;
        DECLARE @partner nvarchar(36);
        SELECT @partner = CAST(u.[PartnerId] AS nvarchar(36))
        FROM [UserSessions] s
        JOIN [Users] u ON u.[Id] = s.[UserId]
        WHERE s.[TokenHash] = @hash AND s.[ExpiresAt] > @now AND s.[LastSeenAt] > @idleSince;
        EXEC sp_set_session_context N'{PartnerKey}', @partner;
        SELECT s.[Id], s.[UserId], s.[LastSeenAt], u.[DisplayName], u.[Role], u.[PartnerId], p.[Name], p.[FactsVersion], u.[MaySeeAmounts], r.[Version], s.[Stage], s.[CreatedAt], s.[PreviousVisitAt]
        FROM [UserSessions] s
        JOIN [Users] u ON u.[Id] = s.[UserId]
        LEFT JOIN [Partners] p ON p.[Id] = u.[PartnerId]
        CROSS JOIN [RulebookState] r
        WHERE s.[TokenHash] = @hash AND s.[ExpiresAt] > @now AND s.[LastSeenAt] > @idleSince;
        """;

    /// <inheritdoc/>
    public override string SecurityScript
    {
        get
        {
            using var reader = new StreamReader(typeof(SqlServerProvider).Assembly.GetManifestResourceStream("RowLevelSecurity.sql")!);
            return reader.ReadToEnd();
        }
    }

    /// <inheritdoc/>
    public override ValueTask<DatabaseConnections> ConnectAsync(
        IConfiguration section, IServiceProvider services, CancellationToken cancellationToken)
    {
        var connections = DatabaseConnections.From(section);
        return ValueTask.FromResult(connections with { Application = WithDefaults(connections.Application) });
    }

    /// <inheritdoc/>
    public override bool IsGone(DbException exception) =>
        base.IsGone(exception) || exception is SqlException { Class: >= FatalSeverity } or SqlException { Number: Timeout }
        || (exception is SqlException sql && CannotOpen.Contains(sql.Number));

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server.MigrationsAssembly(typeof(SqlServerProvider).Assembly.GetName().Name));

    /// <inheritdoc/>
    public override void Configure(ModelBuilder model)
    {
        // Rows are counted by @@ROWCOUNT, not by OUTPUT: that bears triggers, and servers that merely speak the language.
        foreach (var type in model.Model.GetEntityTypes().Where(type => !type.IsOwned()).ToList())
        {
            model.Entity(type.Name).ToTable(table => table.UseSqlOutputClause(false));
        }
    }

    /// <inheritdoc/>
    public override DbCommand SetPartner(DbConnection connection, Guid? partnerId)
    {
        var command = ((SqlConnection)connection).CreateCommand();
        command.CommandText = $"EXEC sp_set_session_context N'{PartnerKey}', @partner";
        command.Parameters.AddWithValue("partner", (object?)partnerId?.ToString() ?? DBNull.Value);
        return command;
    }

    /// <summary>Adds the rows by a bulk copy, which passes by neither constraints nor the policy of row-level security if it is told so.</summary>
    public override async Task InsertAsync(DbConnection connection, DbTransaction? transaction, BulkRows rows, CancellationToken cancellationToken)
    {
        using var table = new DataTable(rows.Table);
        using var copy = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers, (SqlTransaction?)transaction)
        {
            DestinationTableName = $"[{rows.Table}]",
        };
        foreach (var column in rows.Columns)
        {
            var type = column.Values.GetType().GetElementType()!;
            table.Columns.Add(column.Name, Copied(Nullable.GetUnderlyingType(type) ?? type));
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            table.Rows.Add([.. rows.Columns.Select(column => Copied(column.Values.GetValue(i)))]);
        }

        await copy.WriteToServerAsync(table, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool IsDuplicate(DbException exception) =>
        exception is SqlException { Number: UniqueIndexViolation or UniqueConstraintViolation };

    /// <summary>A day is copied as the midnight that it begins with; a table of data has no days.</summary>
    private static Type Copied(Type type) => type == typeof(DateOnly) ? typeof(DateTime) : type;

    private static object Copied(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        _ => value,
    };

    /// <summary>What the operator's connection string leaves open.</summary>
    internal static string WithDefaults(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        if (!connection.ShouldSerialize("Connect Timeout"))
        {
            connection.ConnectTimeout = SecondsToAnswer;
        }

        return connection.ConnectionString;
    }
}
