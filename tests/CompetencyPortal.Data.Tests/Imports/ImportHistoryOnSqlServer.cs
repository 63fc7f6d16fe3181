using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class ImportHistoryOnSqlServer(SqlServerFixture server) : ImportHistoryContract(server);
