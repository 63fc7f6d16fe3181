using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class PasskeyOnPostgreSql(PostgreSqlFixture server) : PasskeyContract(server);
