using CompetencyPortal.Data.SqlServer;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Sessions;

public sealed class SessionOnSqlServer(SqlServerFixture server) : SessionContract(server)
{
    protected override string PartnerOfConnectionSql =>
        $"SELECT COALESCE(CAST(SESSION_CONTEXT(N'{SqlServerProvider.PartnerKey}') AS nvarchar(36)), N'') AS [Value]";
}
