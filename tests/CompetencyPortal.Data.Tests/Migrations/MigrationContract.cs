using System.Text.RegularExpressions;

using CompetencyPortal.Data.Providers;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

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

    [Fact]
    public async Task Migrate_WhenThereAreFactsOfBeforeTheWorkspace_GivesEachItsOwnKey()
    {
        await using var old = await Server.CreateEmptyAsync();
        await using var db = old.OpenAsOwner();
        await db.GetService<IMigrator>().MigrateAsync("AccountsAndIsolation", Cancellation);
        var sql = db.GetService<ISqlGenerationHelper>();
        string Name(string name) => sql.DelimitIdentifier(name);
        var partner = Guid.CreateVersion7();
        await ExecuteAsync(
            $"INSERT INTO {Name("Partners")} ({Name("Id")}, {Name("Name")}, {Name("PartnerNumber")}, {Name("CountryCode")}, {Name("FactsVersion")}, {Name("Version")}) VALUES ('{partner}', 'Fabrikam', '1', 'FR', 1, 1)");
        foreach (var name in new[] { "Northwind", "Tailspin" })
        {
            await ExecuteAsync($"INSERT INTO {Name("Customers")} ({Name("Id")}, {Name("PartnerId")}, {Name("Name")}, {Name("Version")}) VALUES ('{Guid.CreateVersion7()}', '{partner}', '{name}', 1)");
        }

        Assert.NotEmpty(await DatabaseMigration.ApplyAsync(old.Portal, Cancellation));
        db.PartnerScope = partner;
        var customers = await db.Customers.AsNoTracking().ToListAsync(Cancellation);
        Assert.Equal(2, customers.Count);
        foreach (var customer in customers)
        {
            Assert.Equal(customer.CodeKey, await db.Customers.Where(one => one.Id == customer.Id).Select(one => one.CodeKey).SingleAsync(Cancellation));
        }

        Task ExecuteAsync(string statement) => db.Database.ExecuteSqlRawAsync(statement, Cancellation);
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
