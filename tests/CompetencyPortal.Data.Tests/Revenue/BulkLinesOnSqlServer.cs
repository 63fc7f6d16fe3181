using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Revenue;

public sealed class BulkLinesOnSqlServer(SqlServerFixture server) : BulkLinesContract(server);
