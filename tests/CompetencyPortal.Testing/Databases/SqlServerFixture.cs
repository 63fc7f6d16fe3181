using System.Security.Cryptography;

using CompetencyPortal.Data.Providers;

using Microsoft.Data.SqlClient;

namespace CompetencyPortal.Testing.Databases;

/// <summary>
/// The SQL Server that <c>COMPETENCYPORTAL_TEST_SQLSERVER</c> names by a connection string whose login may create
/// databases and logins; without it its tests are skipped.
/// </summary>
public sealed class SqlServerFixture : DatabaseFixture
{
    private const string Variable = "COMPETENCYPORTAL_TEST_SQLSERVER";

    private readonly string? _administration = Environment.GetEnvironmentVariable(Variable);

    public override string ProviderName => "SqlServer";

    public override string? WhySkipped => string.IsNullOrWhiteSpace(_administration) ? $"{Variable} names no SQL Server." : null;

    public override async Task<TestDatabase> CreateAsync()
    {
        var database = await CreateEmptyAsync();
        await DatabaseMigration.ApplyAsync(database.Portal, CancellationToken.None);

        // What the operator does for the portal's own login.
        var application = new SqlConnectionStringBuilder(database.Portal.Connections.Application);
        var owner = database.Portal.Connections.Owner!;
        await ExecuteAsync(owner, $"CREATE USER [{application.UserID}] FOR LOGIN [{application.UserID}]");
        await ExecuteAsync(owner, $"ALTER ROLE [competencyportal_app] ADD MEMBER [{application.UserID}]");
        return database;
    }

    public override async Task<TestDatabase> CreateEmptyAsync()
    {
        var name = $"test_{Guid.CreateVersion7():N}";
        var password = $"Aa1-{RandomNumberGenerator.GetHexString(40)}";
        await ExecuteAsync(_administration!, $"CREATE DATABASE [{name}]");
        await ExecuteAsync(_administration!, $"CREATE LOGIN [{name}] WITH PASSWORD = '{password}'");
        var owner = new SqlConnectionStringBuilder(_administration) { InitialCatalog = name }.ConnectionString;
        var application = new SqlConnectionStringBuilder(owner) { IntegratedSecurity = false, UserID = name, Password = password }.ConnectionString;
        return await TestDatabase.OpenAsync(ProviderName, application, owner, () => DropAsync(name, application, owner));
    }

    private async Task DropAsync(string name, params string[] connectionStrings)
    {
        foreach (var connectionString in connectionStrings)
        {
            await using var connection = new SqlConnection(connectionString);
            SqlConnection.ClearPool(connection);
        }

        await ExecuteOnceFreeAsync(_administration!, $"DROP DATABASE [{name}]");
        await ExecuteOnceFreeAsync(_administration!, $"DROP LOGIN [{name}]");
    }

    /// <summary>The server notices a little later than we that the last connection is closed.</summary>
    private static async Task ExecuteOnceFreeAsync(string connectionString, string sql)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync(connectionString, sql);
                return;
            }
            catch (SqlException) when (attempt < 20)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
