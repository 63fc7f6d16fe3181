using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql.Migrations;

/// <summary>What the application's role may do with the first tables.</summary>
public partial class Initial
{
    private static void GrantRights(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateApplicationRole();
        migrationBuilder.GrantToApplication(
            "SELECT, INSERT, UPDATE, DELETE",
            "Users", "UserClaims", "UserLogins", "UserTokens", "UserPasskeys", "UserSessions",
            "Customers", "CustomerAssociations", "RevenueLines", "People", "PersonCredentials",
            "RuleDrafts", "CountryMarkets");
        migrationBuilder.GrantToApplication("SELECT, INSERT, UPDATE", "Partners");
        migrationBuilder.GrantToApplication("SELECT, UPDATE", "RulebookState");

        // Only ever added: published revisions, the audit trail, and keys. Personal details can be erased, never altered.
        migrationBuilder.GrantToApplication("SELECT, INSERT", "RuleRevisions", "AuditEvents", "DataProtectionKeys");
        migrationBuilder.GrantToApplication("SELECT, INSERT, DELETE", "AuditPersonalDetails");

        // So that readiness can tell whether a migration is pending.
        migrationBuilder.GrantToApplication("SELECT", "__EFMigrationsHistory");
    }
}
