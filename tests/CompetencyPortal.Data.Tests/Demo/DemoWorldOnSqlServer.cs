using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Demo;

public sealed class DemoWorldOnSqlServer(SqlServerFixture server) : DemoWorldContract(server);
