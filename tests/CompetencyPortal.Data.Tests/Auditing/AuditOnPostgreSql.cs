using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Auditing;

public sealed class AuditOnPostgreSql(PostgreSqlFixture server) : AuditContract(server);
