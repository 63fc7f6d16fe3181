using System.Text.RegularExpressions;

using CompetencyPortal.Data.Providers;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.Tests.Migrations;

public abstract class MigrationContract(DatabaseFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Migrate_WhenItRunsAgain_AppliesNothing()
    {
        Assert.Empty(await DatabaseMigration.ApplyAsync(Database.Portal, Cancellation));
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Script_OnAnEmptyDatabase_LeavesNothingToMigrate()
    {
        await using var empty = await Server.CreateEmptyAsync();
        await RunScriptAsync(empty);
        Assert.Empty(await DatabaseMigration.ApplyAsync(empty.Portal, Cancellation));
        await using var db = empty.OpenAsOwner();
        Assert.NotEmpty(await db.RuleRevisions.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Script_OnAMigratedDatabase_ChangesNothing()
    {
        await RunScriptAsync(Database);
        await RunScriptAsync(Database);
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
    }

    private static async Task RunScriptAsync(TestDatabase database)
    {
        await using var db = database.OpenAsOwner();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        await db.Database.OpenConnectionAsync(Cancellation);
        foreach (var batch in Regex.Split(script, @"^GO\s*$", RegexOptions.Multiline).Where(batch => !string.IsNullOrWhiteSpace(batch)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = batch;
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }
}
