using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.SqlServer.Migrations;

/// <summary>What the application's role may do with the new tables.</summary>
public partial class Imports
{
    private static void GrantRights(MigrationBuilder migrationBuilder) =>
        migrationBuilder.GrantToApplication("SELECT, INSERT, UPDATE, DELETE", "Imports", "ImportChunks", "ImportRows");
}
