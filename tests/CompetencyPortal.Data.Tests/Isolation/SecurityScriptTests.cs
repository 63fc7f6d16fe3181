using CompetencyPortal.Data.SqlServer;
using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Isolation;

/// <summary>SQL Server's script secures what PostgreSQL's migrations secure: the same tables, by the same columns.</summary>
public sealed class SecurityScriptTests(PostgreSqlFixture server) : DatabaseContract(server)
{
    [Fact]
    public async Task Script_SecuresTheTablesThatPostgreSqlSecures()
    {
        await using var db = await Database.OpenAsync();
        var tables = await db.Database.SqlQueryRaw<string>("""SELECT tablename::text AS "Value" FROM pg_policies WHERE policyname = 'own_organisation'""").ToListAsync(Cancellation);
        Assert.True(tables.Count > 15);
        var lines = new SqlServerProvider().SecurityScript.Split('\n').Select(line => line.Trim().TrimEnd(',')).Where(line => line.StartsWith("ADD ", StringComparison.Ordinal)).ToList();
        foreach (var table in tables)
        {
            var ofTable = lines.Where(line => line.Contains($" ON [dbo].[{table}]", StringComparison.Ordinal)).ToList();
            Assert.Single(ofTable, line => line.StartsWith("ADD FILTER PREDICATE", StringComparison.Ordinal) && line.EndsWith(']'));
            Assert.Single(ofTable, line => line.StartsWith("ADD BLOCK PREDICATE", StringComparison.Ordinal) && line.EndsWith("AFTER INSERT", StringComparison.Ordinal));
            Assert.Single(ofTable, line => line.StartsWith("ADD BLOCK PREDICATE", StringComparison.Ordinal) && line.EndsWith("AFTER UPDATE", StringComparison.Ordinal));
            Assert.Single(ofTable.Select(line => line[line.IndexOf("PREDICATE", StringComparison.Ordinal)..line.IndexOf(" ON ", StringComparison.Ordinal)]).Distinct());
        }

        Assert.Equal(tables.Count * 3, lines.Count);
    }
}
