using System.Data.Common;

using CompetencyPortal.Testing.Databases;

using Npgsql;

namespace CompetencyPortal.Data.Tests.Isolation;

public sealed class IsolationLayersOnPostgreSql(PostgreSqlFixture server) : IsolationLayerContract(server)
{
    protected override string SecuredTablesSql => """
        SELECT p.tablename::text AS "Value" FROM pg_policies p
        JOIN pg_class c ON c.relname = p.tablename AND c.relnamespace = 'public'::regnamespace
        WHERE p.schemaname = 'public' AND p.policyname = 'own_organisation' AND p.cmd = 'ALL' AND c.relrowsecurity
        """;

    /// <summary>The migrations have.</summary>
    protected override Task SecureAsync() => Task.CompletedTask;

    protected override bool IsRefusedByPolicy(DbException exception) =>
        exception.SqlState == PostgresErrorCodes.InsufficientPrivilege && exception.Message.Contains("row-level security", StringComparison.Ordinal);
}
