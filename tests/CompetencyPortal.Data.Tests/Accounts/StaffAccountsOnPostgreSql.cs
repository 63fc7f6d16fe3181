using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class StaffAccountsOnPostgreSql(PostgreSqlFixture server) : StaffAccountsContract(server);
