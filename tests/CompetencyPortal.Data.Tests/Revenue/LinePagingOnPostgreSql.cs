using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Revenue;

public sealed class LinePagingOnPostgreSql(PostgreSqlFixture server) : LinePagingContract(server);
