using System.Data.Common;
using System.Text.RegularExpressions;

using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CompetencyPortal.Data.Tests.Isolation;

public abstract class ApplicationRoleContract(DatabaseFixture server) : DatabaseContract(server)
{
    private static readonly string[] Rights = ["SELECT", "INSERT", "UPDATE", "DELETE"];

    private static readonly Dictionary<string, string[]> Fewer = new()
    {
        ["Partners"] = ["SELECT", "INSERT", "UPDATE"],
        ["RulebookState"] = ["SELECT", "UPDATE"],
        ["RuleRevisions"] = ["SELECT", "INSERT"],
        ["AuditEvents"] = ["SELECT", "INSERT"],
        ["AuditPersonalDetails"] = ["SELECT", "INSERT", "DELETE"],
        ["DataProtectionKeys"] = ["SELECT", "INSERT"],
        ["__EFMigrationsHistory"] = ["SELECT"],
    };

    [Fact]
    public async Task Role_OnEveryTable_HasTheRightsItNeedsAndNoOther()
    {
        await using var db = await Database.OpenAsync();
        var tables = db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Select(table => table.Name).Append("__EFMigrationsHistory").ToList();
        Assert.True(tables.Count > 15);
        foreach (var table in tables)
        {
            var held = new List<string>();
            foreach (var right in Rights)
            {
                if (await HoldsAsync(db, table, right))
                {
                    held.Add(right);
                }
            }

            Assert.Equal((table, string.Join(' ', Fewer.GetValueOrDefault(table, Rights))), (table, string.Join(' ', held)));
        }
    }

    [Fact]
    public async Task Role_WhenItWouldChangeTheTrailOrARevision_IsDenied()
    {
        await using var db = await Database.OpenAsync();
        db.Audit("Thing.Done", "Thing", "1");
        await db.SaveChangesAsync(Cancellation);
        await DeniedAsync(() => db.AuditEvents.ExecuteDeleteAsync(Cancellation));
        await DeniedAsync(() => db.AuditEvents.ExecuteUpdateAsync(set => set.SetProperty(row => row.Action, "Thing.Undone"), Cancellation));
        await DeniedAsync(() => db.AuditPersonalDetails.ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, "nobody"), Cancellation));
        await DeniedAsync(() => db.RuleRevisions.ExecuteDeleteAsync(Cancellation));
        await DeniedAsync(() => db.RuleRevisions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Document, "{}"), Cancellation));
    }

    [Theory]
    [InlineData("CREATE TABLE Mine (Id int)")]
    [InlineData("DROP TABLE {AuditEvents}")]
    [InlineData("TRUNCATE TABLE {AuditEvents}")]
    [InlineData("ALTER TABLE {AuditEvents} ADD Mine int")]
    [InlineData("CREATE INDEX Mine ON {Customers} ({Name})")]
    public async Task Role_WhenItWouldDefineAnything_IsDenied(string statement)
    {
        await using var db = await Database.OpenAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(db, statement));
    }

    [Fact]
    public async Task Role_WhenItGrantsItselfMore_HasNoMore()
    {
        await using var db = await Database.OpenAsync();

        // SQL Server refuses; PostgreSQL warns that nothing was granted.
        await Record.ExceptionAsync(() => ExecuteAsync(db, "GRANT DELETE ON {AuditEvents} TO competencyportal_app"));
        Assert.False(await HoldsAsync(db, "AuditEvents", "DELETE"));
    }

    /// <summary>Whether the context's role holds the right.</summary>
    protected abstract string HoldsSql(string table, string right);

    protected abstract bool IsDenied(DbException exception);

    /// <summary>Runs a statement whose names stand in braces.</summary>
    private static Task<int> ExecuteAsync(PortalDbContext db, string statement)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        return db.Database.ExecuteSqlRawAsync(Regex.Replace(statement, @"\{(\w+)\}", match => sql.DelimitIdentifier(match.Groups[1].Value)), Cancellation);
    }

    private async Task DeniedAsync(Func<Task<int>> act)
    {
        var exception = await Assert.ThrowsAnyAsync<DbException>(act);
        Assert.True(IsDenied(exception), exception.Message);
    }

    private Task<bool> HoldsAsync(PortalDbContext db, string table, string right) =>
        db.Database.SqlQueryRaw<bool>(HoldsSql(table, right)).SingleAsync(Cancellation);
}
