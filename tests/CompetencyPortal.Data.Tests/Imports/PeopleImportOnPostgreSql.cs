using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class PeopleImportOnPostgreSql(PostgreSqlFixture server) : PeopleImportContract(server);
