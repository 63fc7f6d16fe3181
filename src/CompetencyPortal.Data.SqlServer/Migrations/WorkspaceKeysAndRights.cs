using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.SqlServer.Migrations;

/// <summary>What the migration does beside the tables: keys for the rows that are there, and rights.</summary>
public partial class Workspace
{
    /// <summary>
    /// Gives the rows that are there the keys that are to be unique: their own, as they have no other yet. The statements are
    /// read when they run: in a script, the whole batch is read before the columns are there.
    /// </summary>
    private static void FillKeys(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, key) in new[] { ("RevenueLines", "ReferenceKey"), ("People", "EmailKey"), ("Customers", "CodeKey") })
        {
            migrationBuilder.Sql($"EXEC (N'UPDATE [{table}] SET [{key}] = '' '' + LOWER(REPLACE(CAST([Id] AS nvarchar(36)), ''-'', ''''))')");
        }
    }

    private static void GrantRights(MigrationBuilder migrationBuilder) =>
        migrationBuilder.GrantToApplication("SELECT, INSERT, UPDATE, DELETE", "BulkChanges");
}
