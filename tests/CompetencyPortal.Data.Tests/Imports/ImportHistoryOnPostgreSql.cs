using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class ImportHistoryOnPostgreSql(PostgreSqlFixture server) : ImportHistoryContract(server);
