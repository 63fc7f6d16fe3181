using CompetencyPortal.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]
[assembly: AssemblyFixture(typeof(SqlServerFixture))]
