using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class RevenueImportOnSqlServer(SqlServerFixture server) : RevenueImportContract(server);
