using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Saving;

public sealed class VersionOnSqlServer(SqlServerFixture server) : VersionContract(server);
