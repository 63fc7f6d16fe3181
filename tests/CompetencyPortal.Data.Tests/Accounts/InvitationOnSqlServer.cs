using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class InvitationOnSqlServer(SqlServerFixture server) : InvitationContract(server);
