using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class StaffAccountsOnSqlServer(SqlServerFixture server) : StaffAccountsContract(server);
