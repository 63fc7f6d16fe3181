using Microsoft.EntityFrameworkCore.Migrations;

namespace CompetencyPortal.Data.PostgreSql;

/// <summary>
/// The group role that the portal works as. It owns nothing; each migration that makes a table says what the role may do
/// with it, and nothing is granted by default.
/// </summary>
internal static class ApplicationRole
{
    private const string Name = "competencyportal_app";

    /// <summary>Makes the role where the server has none yet. Roles are the server's: another database may have made it.</summary>
    public static void CreateApplicationRole(this MigrationBuilder migration) => migration.Sql($"""
        DO $role$
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Name}') THEN
                CREATE ROLE {Name} NOLOGIN;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END
        $role$;
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT USAGE ON SCHEMA public TO {Name};
        """);

    public static void GrantToApplication(this MigrationBuilder migration, string rights, params string[] tables)
    {
        foreach (var table in tables)
        {
            migration.Sql($"""GRANT {rights} ON "{table}" TO {Name};""");
        }
    }
}
