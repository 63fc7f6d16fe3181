using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Revenue;

public sealed class BulkLinesOnPostgreSql(PostgreSqlFixture server) : BulkLinesContract(server);
