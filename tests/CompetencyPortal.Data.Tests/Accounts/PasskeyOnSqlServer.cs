using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class PasskeyOnSqlServer(SqlServerFixture server) : PasskeyContract(server);
