using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class MembershipOnPostgreSql(PostgreSqlFixture server) : MembershipContract(server);
