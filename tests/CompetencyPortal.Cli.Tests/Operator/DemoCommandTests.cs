using System.Text;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Cli.Tests.Operator;

public sealed class DemoCommandTests(PostgreSqlFixture server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reset_OnAnEmptyDatabase_MakesTheDemo()
    {
        await using var database = await server.CreateEmptyAsync();
        var answer = await RunAsync(database, null, "demo", "reset");
        Assert.Equal((0, ""), (answer.ExitCode, string.Join('\n', answer.Errors)));
        await using var db = database.OpenAsOwner();
        Assert.Equal(10, await db.Users.CountAsync(user => user.IsDemo, Cancellation));
    }

    [Fact]
    public async Task Reset_WhereThereIsNoDemo_SaysSoAndEndsWithTwo()
    {
        await using var database = await server.CreateAsync();
        await using (var db = await database.OpenAsync())
        {
            db.Add(Rows.User());
            await db.SaveChangesAsync(Cancellation);
        }

        var answer = await RunAsync(database, null, "demo", "reset");
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("not the demo's", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaffAdd_WithAPasswordOnStandardInput_AddsTheAccount()
    {
        await using var database = await server.CreateAsync();
        var answer = await RunAsync(database, "a password that is long\n", "staff", "add", "--email", "kwame@programme.example", "--name", "Kwame Mensah");
        Assert.Equal((0, ""), (answer.ExitCode, string.Join('\n', answer.Errors)));
        await using var db = await database.OpenAsync();
        Assert.Equal("Kwame Mensah", (await db.Users.SingleAsync(Cancellation)).DisplayName);

        var again = await RunAsync(database, "short\n", "staff", "add", "--email", "ingrid@programme.example", "--name", "Ingrid Solheim", "--editor");
        Assert.Equal(2, again.ExitCode);
        Assert.Single(again.Errors);
    }

    private static Task<CommandLine> RunAsync(TestDatabase database, string? input, params string[] command) => CommandLine.RunAsync(
        input is null ? null : Encoding.UTF8.GetBytes(input), [.. command, "--provider", "PostgreSql", "--connection", database.Portal.Connections.Owner!]);
}
