using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.DataProtection;

public sealed class PortalKeyOnSqlServer(SqlServerFixture server) : PortalKeyContract(server);
