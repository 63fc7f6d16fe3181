using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Isolation;

public sealed class PartnerScopeOnPostgreSql(PostgreSqlFixture server) : PartnerScopeContract(server);
