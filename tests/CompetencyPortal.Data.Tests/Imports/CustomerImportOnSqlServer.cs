using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class CustomerImportOnSqlServer(SqlServerFixture server) : CustomerImportContract(server);
