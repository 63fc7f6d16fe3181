using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql.Migrations;

/// <summary>What the application's role may do with the new tables, and which rows of all of them it sees.</summary>
public partial class AccountsAndIsolation
{
    private static readonly string[] Facts = ["Customers", "CustomerAssociations", "RevenueLines", "People", "PersonCredentials"];
    private static readonly string[] LikeAccounts = ["Users", "Invitations", "AuditEvents"];
    private static readonly string[] OnAccounts =
        ["UserSessions", "UserClaims", "UserLogins", "UserTokens", "UserPasskeys", "PasswordResets", "PasskeyChallenges"];

    private static void GrantRights(MigrationBuilder migrationBuilder) => migrationBuilder.GrantToApplication(
        "SELECT, INSERT, UPDATE, DELETE", "Invitations", "PasswordResets", "PasskeyChallenges", "OutgoingMails");

    private static void SecureRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreatePartnerFunction();
        migrationBuilder.Secure(RowLevelSecurity.OfPartner, Facts);
        migrationBuilder.Secure(RowLevelSecurity.OfPartnerOrNobody, LikeAccounts);
        migrationBuilder.Secure(RowLevelSecurity.ThePartner, "Partners");
        migrationBuilder.Secure(RowLevelSecurity.OfUser, OnAccounts);
        migrationBuilder.Secure(RowLevelSecurity.OfAuditEvent, "AuditPersonalDetails");
    }

    private static void OpenRows(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Open(["AuditPersonalDetails", .. OnAccounts, "Partners", .. LikeAccounts, .. Facts]);
        migrationBuilder.DropPartnerFunction();
    }
}
