using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Customers;

public sealed class AssociationFactStories(PostgreSqlFixture server) : FactStories<CustomerAssociation>(server)
{
    protected override (string Field, string? Value)[] Complete =>
        [("Type", "DelegatedAdministrator"), ("From", "2026-01-01"), ("Until", "2026-12-31")];

    protected override (string Field, string First, string Second) Dispute => ("Until", "2026-11-30", "2027-11-30");

    protected override (string Field, string? Value, string Error) Wrong =>
        ("Until", "2025-12-31", "The last day is before the first; enter a later one, or leave it empty.");

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var customer = Rows.Customer(organisation.Partner);
        var association = Rows.Association(customer, from: new DateOnly(2026, 2, 1));
        await Portal.SaveAsync(organisation.Id, customer, association);
        var all = $"/customers/{customer.Id}/associations";
        return new FactAddresses(association.Id, $"/customers/{customer.Id}", $"{all}/add", $"{all}/{association.Id}", $"{all}/{association.Id}/delete");
    }
}
