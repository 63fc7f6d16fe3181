using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Evidence;

public sealed class PartnerEvidenceOnPostgreSql(PostgreSqlFixture server) : PartnerEvidenceContract(server);
