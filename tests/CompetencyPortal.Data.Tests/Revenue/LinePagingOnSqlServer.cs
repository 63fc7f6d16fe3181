using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Revenue;

public sealed class LinePagingOnSqlServer(SqlServerFixture server) : LinePagingContract(server);
