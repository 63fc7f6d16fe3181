using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class SecondFactorOnSqlServer(SqlServerFixture server) : SecondFactorContract(server);
