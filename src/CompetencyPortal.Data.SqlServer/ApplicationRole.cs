using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.SqlServer;

/// <summary>
/// The database role that the portal works as. It owns nothing; each migration that makes a table says what the role may
/// do with it, and nothing is granted by default.
/// </summary>
internal static class ApplicationRole
{
    private const string Name = "competencyportal_app";

    public static void CreateApplicationRole(this MigrationBuilder migration) => migration.Sql($"""
        IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = N'{Name}')
            CREATE ROLE [{Name}];
        """);

    public static void GrantToApplication(this MigrationBuilder migration, string rights, params string[] tables)
    {
        foreach (var table in tables)
        {
            migration.Sql($"GRANT {rights} ON [{table}] TO [{Name}];");
        }
    }
}
