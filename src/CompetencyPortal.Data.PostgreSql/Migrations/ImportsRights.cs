using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql.Migrations;

/// <summary>What the application's role may do with the new tables, and which of their rows it sees.</summary>
public partial class Imports
{
    private static void GrantRights(MigrationBuilder migrationBuilder) =>
        migrationBuilder.GrantToApplication("SELECT, INSERT, UPDATE, DELETE", "Imports", "ImportChunks", "ImportRows");

    /// <summary>The imports themselves are seen where no organisation is at work as well: that is how the program finds the work that waits.</summary>
    private static void SecureRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Secure(RowLevelSecurity.OfPartnerOrNobody, "Imports");
        migrationBuilder.Secure(RowLevelSecurity.OfPartner, "ImportChunks", "ImportRows");
    }
}
