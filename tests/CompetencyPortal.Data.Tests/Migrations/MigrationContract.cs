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
    public async Task Database_AfterMigrating_HasNothingPending()
    {
        await using var db = await Database.OpenAsync();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(Cancellation));
    }

    [Fact]
    public async Task Script_WhenItIsRunTwiceOverAMigratedDatabase_ChangesNothing()
    {
        await using var owner = Database.OpenAsOwner();
        var script = owner.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var batches = Regex.Split(script, @"^GO\s*$", RegexOptions.Multiline).Where(batch => !string.IsNullOrWhiteSpace(batch)).ToList();
        var before = await owner.RuleRevisions.CountAsync(Cancellation);
        await owner.Database.OpenConnectionAsync(Cancellation);
        foreach (var batch in batches.Concat(batches))
        {
            await using var command = owner.Database.GetDbConnection().CreateCommand();
            command.CommandText = batch;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal(before, await owner.RuleRevisions.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Migrate_WhenItRunsAgain_AppliesNothing() =>
        Assert.Empty(await DatabaseMigration.ApplyAsync(Database.Portal, Cancellation));
}
