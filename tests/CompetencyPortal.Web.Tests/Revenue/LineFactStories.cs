using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Revenue;

public sealed class LineFactStories(PostgreSqlFixture server) : FactStories<RevenueLine>(server)
{
    private Guid _customer;

    protected override (string Field, string? Value)[] Complete =>
        [("Customer", $"{_customer}"), ("Product", "CRM Online"), ("Date", "2026-11-19"), ("Amount", "1,234.50"), ("NetNew", "true")];

    protected override (string Field, string First, string Second) Dispute => ("Amount", "200.00", "300.00");

    protected override (string Field, string? Value, string Error) Wrong =>
        ("Amount", "12.345", "Use at most two decimals: an amount has no parts of a cent.");

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var customer = Rows.Customer(organisation.Partner);
        var line = Rows.Line(customer);
        await Portal.SaveAsync(organisation.Id, customer, line);
        _customer = customer.Id;
        return new FactAddresses(line.Id, "/revenue", "/revenue/add", $"/revenue/{line.Id}", $"/revenue/{line.Id}/delete");
    }
}
