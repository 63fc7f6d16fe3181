using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Migrations;

public sealed class MigrationOnPostgreSql(PostgreSqlFixture server) : MigrationContract(server);
