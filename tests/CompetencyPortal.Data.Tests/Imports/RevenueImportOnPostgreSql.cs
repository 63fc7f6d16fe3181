using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class RevenueImportOnPostgreSql(PostgreSqlFixture server) : RevenueImportContract(server);
