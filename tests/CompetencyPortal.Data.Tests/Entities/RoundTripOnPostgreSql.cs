using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class RoundTripOnPostgreSql(PostgreSqlFixture server) : RoundTripContract(server);
