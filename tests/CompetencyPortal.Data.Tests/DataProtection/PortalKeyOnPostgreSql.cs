using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.DataProtection;

public sealed class PortalKeyOnPostgreSql(PostgreSqlFixture server) : PortalKeyContract(server);
