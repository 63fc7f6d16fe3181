using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Saving;

public sealed class VersionOnPostgreSql(PostgreSqlFixture server) : VersionContract(server);
