using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Mail;

public sealed class MailDeliveryOnPostgreSql(PostgreSqlFixture server) : MailDeliveryContract(server);
