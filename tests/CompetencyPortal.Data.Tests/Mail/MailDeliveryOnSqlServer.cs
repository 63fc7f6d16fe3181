using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Mail;

public sealed class MailDeliveryOnSqlServer(SqlServerFixture server) : MailDeliveryContract(server);
