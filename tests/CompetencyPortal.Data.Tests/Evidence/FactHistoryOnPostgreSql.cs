using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class FactHistoryOnPostgreSql(PostgreSqlFixture server) : FactHistoryContract(server);
