using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class StandingCacheOnSqlServer(SqlServerFixture server) : StandingCacheContract(server);
