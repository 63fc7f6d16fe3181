using CompetencyPortal.Data.PostgreSql;
using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Sessions;

public sealed class SessionOnPostgreSql(PostgreSqlFixture server) : SessionContract(server)
{
    protected override string PartnerOfConnectionSql =>
        $"""SELECT coalesce(current_setting('{PostgreSqlProvider.PartnerSetting}', true), '') AS "Value" """;
}
