using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.People;

public sealed class PassFactStories(PostgreSqlFixture server) : FactStories<PersonCredential>(server)
{
    protected override (string Field, string? Value)[] Complete => [("Credential", "exam mb2 716"), ("PassedOn", "2026-11-19")];

    protected override (string Field, string First, string Second) Dispute => ("PassedOn", "2026-03-02", "2026-03-03");

    protected override (string Field, string? Value, string Error) Wrong =>
        ("Credential", "MB2-999", "“MB2-999” is no known credential; choose one of the list.");

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var person = Rows.Person(organisation.Partner);
        var pass = Rows.Pass(person);
        await Portal.SaveAsync(organisation.Id, person, pass);
        var all = $"/people/{person.Id}/passes";
        return new FactAddresses(pass.Id, $"/people/{person.Id}", $"{all}/add", $"{all}/{pass.Id}", $"{all}/{pass.Id}/delete");
    }
}
