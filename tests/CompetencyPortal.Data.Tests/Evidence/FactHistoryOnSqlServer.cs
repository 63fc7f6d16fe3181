using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class FactHistoryOnSqlServer(SqlServerFixture server) : FactHistoryContract(server);
