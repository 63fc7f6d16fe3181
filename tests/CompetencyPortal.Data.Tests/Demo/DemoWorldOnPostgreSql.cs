using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Demo;

public sealed class DemoWorldOnPostgreSql(PostgreSqlFixture server) : DemoWorldContract(server);
