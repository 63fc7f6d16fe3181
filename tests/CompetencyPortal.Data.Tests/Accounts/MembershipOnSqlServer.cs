using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class MembershipOnSqlServer(SqlServerFixture server) : MembershipContract(server);
