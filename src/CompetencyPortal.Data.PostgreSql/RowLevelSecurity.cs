using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql;

/// <summary>
/// The database's own wall between organisations: for the application's role a table with a policy has the rows of the
/// organisation set on the connection alone, whatever a statement asks for. The owner of the tables passes.
/// </summary>
internal static class RowLevelSecurity
{
    /// <summary>The name of every table's policy.</summary>
    public const string Policy = "own_organisation";

    private const string Function = "competencyportal_partner";

    /// <summary>A fact: there only while its organisation is at work.</summary>
    public const string OfPartner = $"""
        "PartnerId" = (SELECT {Function}())
        """;

    /// <summary>An account, or what is kept like one: there also while no organisation is at work, as at sign-in.</summary>
    public const string OfPartnerOrNobody = $"""
        (SELECT {Function}()) IS NULL OR "PartnerId" = (SELECT {Function}())
        """;

    /// <summary>The organisations themselves.</summary>
    public const string ThePartner = $"""
        (SELECT {Function}()) IS NULL OR "Id" = (SELECT {Function}())
        """;

    /// <summary>What hangs on an account: there where the account is.</summary>
    public const string OfUser = $"""
        (SELECT {Function}()) IS NULL OR EXISTS (SELECT FROM "Users" WHERE "Users"."Id" = "UserId")
        """;

    /// <summary>What hangs on an event of the audit trail: there where the event is.</summary>
    public const string OfAuditEvent = $"""
        (SELECT {Function}()) IS NULL OR EXISTS (SELECT FROM "AuditEvents" WHERE "AuditEvents"."Id" = "AuditEventId")
        """;

    /// <summary>Makes the function that tells the organisation at work, null if none.</summary>
    public static void CreatePartnerFunction(this MigrationBuilder migration) => migration.Sql($"""
        CREATE FUNCTION {Function}() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN NULLIF(current_setting('{PostgreSqlProvider.PartnerSetting}', true), '')::uuid;
        """);

    public static void DropPartnerFunction(this MigrationBuilder migration) => migration.Sql($"DROP FUNCTION {Function}();");

    /// <summary>Secures tables: the condition says which rows are seen, and which may be written.</summary>
    public static void Secure(this MigrationBuilder migration, string condition, params string[] tables)
    {
        foreach (var table in tables)
        {
            migration.Sql($"""
                ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY {Policy} ON "{table}" USING ({condition}) WITH CHECK ({condition});
                """);
        }
    }

    public static void Open(this MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables)
        {
            migration.Sql($"""
                DROP POLICY IF EXISTS {Policy} ON "{table}";
                ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY;
                """);
        }
    }
}
