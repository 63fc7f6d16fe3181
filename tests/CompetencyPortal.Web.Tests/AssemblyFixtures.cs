using CompetencyPortal.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]
