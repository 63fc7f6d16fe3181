using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class InvitationOnPostgreSql(PostgreSqlFixture server) : InvitationContract(server);
