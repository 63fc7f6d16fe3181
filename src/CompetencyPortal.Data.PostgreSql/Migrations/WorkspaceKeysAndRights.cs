using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql.Migrations;

/// <summary>What the migration does beside the tables: keys for the rows that are there, and rights.</summary>
public partial class Workspace
{
    /// <summary>Gives the rows that are there the keys that are to be unique: their own, as they have no other yet.</summary>
    private static void FillKeys(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        UPDATE "RevenueLines" SET "ReferenceKey" = ' ' || replace("Id"::text, '-', '');
        UPDATE "People" SET "EmailKey" = ' ' || replace("Id"::text, '-', '');
        UPDATE "Customers" SET "CodeKey" = ' ' || replace("Id"::text, '-', '');
        """);

    private static void GrantRights(MigrationBuilder migrationBuilder) =>
        migrationBuilder.GrantToApplication("SELECT, INSERT, UPDATE, DELETE", "BulkChanges");

    private static void SecureRows(MigrationBuilder migrationBuilder) => migrationBuilder.Secure(RowLevelSecurity.OfPartner, "BulkChanges");
}
