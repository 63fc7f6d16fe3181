using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class ConstraintOnSqlServer(SqlServerFixture server) : ConstraintContract(server);
