using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class StandingCacheOnPostgreSql(PostgreSqlFixture server) : StandingCacheContract(server);
