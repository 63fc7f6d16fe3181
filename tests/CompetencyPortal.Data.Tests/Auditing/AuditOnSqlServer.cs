using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Auditing;

public sealed class AuditOnSqlServer(SqlServerFixture server) : AuditContract(server);
