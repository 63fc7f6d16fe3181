using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class SecondFactorOnPostgreSql(PostgreSqlFixture server) : SecondFactorContract(server);
