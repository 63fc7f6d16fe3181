using CompetencyPortal.Testing.Databases;

namespace CompetencyPortal.Data.Tests.Rules;

public sealed class RulebookOnSqlServer(SqlServerFixture server) : RulebookContract(server);
