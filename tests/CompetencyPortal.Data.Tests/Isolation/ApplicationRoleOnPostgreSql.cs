using System.Data.Common;

using CompetencyPortal.Testing.Databases;

using Npgsql;

namespace CompetencyPortal.Data.Tests.Isolation;

public sealed class ApplicationRoleOnPostgreSql(PostgreSqlFixture server) : ApplicationRoleContract(server)
{
    protected override string HoldsSql(string table, string right) =>
        $"""SELECT has_table_privilege('"{table}"', '{right}') AS "Value" """;

    protected override bool IsDenied(DbException exception) => exception.SqlState == PostgresErrorCodes.InsufficientPrivilege;
}
