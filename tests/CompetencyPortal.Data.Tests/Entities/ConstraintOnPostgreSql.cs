using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class ConstraintOnPostgreSql(PostgreSqlFixture server) : ConstraintContract(server);
