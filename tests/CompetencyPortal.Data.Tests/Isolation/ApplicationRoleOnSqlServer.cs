using System.Data.Common;

using CompetencyPortal.Testing.Databases;

using Microsoft.Data.SqlClient;

namespace CompetencyPortal.Data.Tests.Isolation;

public sealed class ApplicationRoleOnSqlServer(SqlServerFixture server) : ApplicationRoleContract(server)
{
    private const int PermissionDenied = 229;

    protected override string HoldsSql(string table, string right) =>
        $"SELECT CAST(HAS_PERMS_BY_NAME(N'[dbo].[{table}]', N'OBJECT', N'{right}') AS bit) AS [Value]";

    protected override bool IsDenied(DbException exception) => exception is SqlException { Number: PermissionDenied };
}
