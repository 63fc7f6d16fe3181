using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Isolation;

public sealed class PartnerScopeOnSqlServer(SqlServerFixture server) : PartnerScopeContract(server);
