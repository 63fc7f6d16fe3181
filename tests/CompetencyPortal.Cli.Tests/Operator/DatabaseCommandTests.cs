using CompetencyPortal.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]

namespace CompetencyPortal.Cli.Tests.Operator;

public sealed class DatabaseCommandTests(PostgreSqlFixture server)
{
    [Fact]
    public async Task Migrate_OnAnEmptyDatabase_BringsItUpToDate()
    {
        await using var database = await server.CreateEmptyAsync();
        var first = await MigrateAsync(database.Portal.Connections.Owner!);
        Assert.Equal((0, ""), (first.ExitCode, string.Join('\n', first.Errors)));
        Assert.Contains("_Initial.", first.Output, StringComparison.Ordinal);

        var second = await MigrateAsync(database.Portal.Connections.Owner!);
        Assert.Equal((0, "The database is up to date."), (second.ExitCode, second.Output.Trim()));
        await using var db = database.OpenAsOwner();
        Assert.NotEmpty(db.RuleRevisions.ToList());
    }

    [Fact]
    public async Task Migrate_WhenTheServerCannotBeReached_SaysSoAndEndsWithTwo()
    {
        var answer = await MigrateAsync("Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=5");
        Assert.Equal(2, answer.ExitCode);
        Assert.Single(answer.Errors);
    }

    [Fact]
    public async Task Migrate_WhenTheProviderIsUnknown_NamesThoseThereAre()
    {
        var answer = await CommandLine.RunAsync(null, "database", "migrate", "--provider", "Oracle");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("Embedded, PostgreSql, SqlServer", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_WithoutAnyServer_WritesTheScriptsOfBoth()
    {
        var folder = Directory.CreateTempSubdirectory("competencyportal-sql-");
        try
        {
            var answer = await CommandLine.RunAsync(null, "database", "script", "--output", folder.FullName);
            Assert.Equal((0, ""), (answer.ExitCode, string.Join('\n', answer.Errors)));
            Assert.Equal(["PostgreSql.sql", "SqlServer.security.sql", "SqlServer.sql"], folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
            Assert.Contains("competencyportal_app", await ReadAsync("PostgreSql.sql"), StringComparison.Ordinal);
            Assert.Contains("competencyportal_app", await ReadAsync("SqlServer.sql"), StringComparison.Ordinal);
            Assert.Contains("ENABLE ROW LEVEL SECURITY", await ReadAsync("PostgreSql.sql"), StringComparison.Ordinal);
            Assert.Contains("CREATE SECURITY POLICY", await ReadAsync("SqlServer.security.sql"), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(folder.FullName, name), TestContext.Current.CancellationToken);
    }

    private static Task<CommandLine> MigrateAsync(string connection) =>
        CommandLine.RunAsync(null, "database", "migrate", "--provider", "PostgreSql", "--connection", connection);
}
