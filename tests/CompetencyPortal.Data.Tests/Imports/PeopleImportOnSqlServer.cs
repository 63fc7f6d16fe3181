using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Imports;

public sealed class PeopleImportOnSqlServer(SqlServerFixture server) : PeopleImportContract(server);
