using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class RoundTripOnSqlServer(SqlServerFixture server) : RoundTripContract(server);
