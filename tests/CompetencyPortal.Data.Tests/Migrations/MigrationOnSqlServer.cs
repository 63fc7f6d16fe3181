using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Migrations;

public sealed class MigrationOnSqlServer(SqlServerFixture server) : MigrationContract(server);
