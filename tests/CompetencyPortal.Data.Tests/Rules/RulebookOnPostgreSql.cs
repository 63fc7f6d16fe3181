using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Rules;

public sealed class RulebookOnPostgreSql(PostgreSqlFixture server) : RulebookContract(server);
