using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class CustomerImportOnPostgreSql(PostgreSqlFixture server) : CustomerImportContract(server);
