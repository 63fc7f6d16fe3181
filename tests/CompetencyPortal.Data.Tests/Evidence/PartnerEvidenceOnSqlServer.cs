using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class PartnerEvidenceOnSqlServer(SqlServerFixture server) : PartnerEvidenceContract(server);
