using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.People;

public sealed class PersonFactStories(PostgreSqlFixture server) : FactStories<Person>(server)
{
    protected override (string Field, string? Value)[] Complete => [("Name", "Zoë Ångström"), ("Email", "zoe@example.com"), ("From", "2026-01-01"), ("Until", "2026-12-31")];

    protected override (string Field, string First, string Second) Dispute => ("Name", "Ana Sousa", "Ana Souza");

    protected override (string Field, string? Value, string Error) Wrong =>
        ("Until", "2025-12-31", "The last day is before the first; enter a later one, or leave it empty.");

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var person = Rows.Person(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, person);
        return new FactAddresses(person.Id, "/people", "/people/add", $"/people/{person.Id}/edit", $"/people/{person.Id}/delete");
    }
}
