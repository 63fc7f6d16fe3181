using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Customers;

public sealed class CustomerFactStories(PostgreSqlFixture server) : FactStories<Customer>(server)
{
    protected override (string Field, string? Value)[] Complete => [("Name", "Adventure Works"), ("Code", "K-1042")];

    protected override (string Field, string First, string Second) Dispute => ("Name", "Northwind Traders", "Northwind Ltd");

    protected override (string Field, string? Value, string Error) Wrong => ("Name", " ", "Enter the customer’s name.");

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer);
        return new FactAddresses(customer.Id, "/customers", "/customers/add", $"/customers/{customer.Id}/edit", $"/customers/{customer.Id}/delete");
    }
}
