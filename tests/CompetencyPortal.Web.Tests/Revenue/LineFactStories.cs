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

    [Fact]
    public async Task WhoChangedOtherValuesThanTheFirst_KeepsBoth()
    {
        var (organisation, addresses) = await StoreAsync();
        var second = await OpenAsync(organisation.Admin, addresses.Edit);
        await (await OpenAsync(organisation.Admin, addresses.Edit)).SaveAsync<WebPage>(("Amount", "200.00"));
        await (await OpenAsync(organisation.Admin, addresses.Edit)).SaveAsync<WebPage>(("NetNew", "false"));

        var conflict = await second.TryAsync(("Date", "2026-10-01"));

        Assert.Equal(["Amount: US$100 → US$200", "Business: Net new → Existing business"], conflict.Steps.SelectMany(step => step.Changed));
        Assert.Equal("Date", Assert.Single(conflict.Conflict).Label);
        Assert.Equal(("200.00", "false", "2026-10-01"), (conflict.Form()["Input.Amount"], conflict.Form()["Input.NetNew"], conflict.Form()["Input.Date"]));
        await conflict.SaveAsync<WebPage>();
        var row = Assert.Single(await RowsAsync(organisation));
        Assert.Equal((200m, false, new DateOnly(2026, 10, 1)), (row.Amount, row.NetNew, row.Date));
    }

    protected override async Task<FactAddresses> StoreAsync(Organisation organisation)
    {
        var customer = Rows.Customer(organisation.Partner);
        var line = Rows.Line(customer);
        await Portal.SaveAsync(organisation.Id, customer, line);
        _customer = customer.Id;
        return new FactAddresses(line.Id, "/revenue", "/revenue/add", $"/revenue/{line.Id}", $"/revenue/{line.Id}/delete");
    }
}
