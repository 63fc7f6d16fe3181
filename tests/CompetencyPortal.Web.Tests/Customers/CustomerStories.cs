using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Revenue;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Customers;

public sealed class CustomerStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task CanGiveACustomerAnAssociation_OnItsOwnPage()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer);
        var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/customers/{customer.Id}"));

        var after = await page.SaveAsync<FactPage>(("Type", "TransactingPartner"), ("From", "2026-01-01"), ("Until", "2026-11-20"));

        Assert.Equal($"/customers/{customer.Id}", after.Location);
        Assert.Equal("Added: Northwind, Transacting Partner.", after.Message);
        Assert.Equal("Transacting Partner 1 Jan 2026 20 Nov 2026 Associated Edit Delete", after.Text("main tbody tr"));
    }

    [Fact]
    public async Task AssociationsMayOverlap()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer, Rows.Association(customer));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/customers/{customer.Id}"));

        await page.SaveAsync<FactPage>(("From", "2026-01-01"));

        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        Assert.Equal(2, await db.CustomerAssociations.CountAsync(Cancellation));
    }

    [Fact]
    public async Task CannotDeleteACustomerThatHasRevenue_AndIsShownTheLines()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer);
        var browser = await Portal.SignInAsync(organisation.Admin);
        var confirmation = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/customers/{customer.Id}/delete"));
        await Portal.SaveAsync(organisation.Id, Rows.Line(customer));

        var refused = await confirmation.SaveAsync<FactPage>();

        Assert.Equal("Northwind has 1 revenue line and cannot be deleted. Delete that line first, or give it another customer.", refused.Text(".note"));
        Assert.Null(refused.Find(".btn-danger"));
        Assert.Single((await refused.FollowAsync<RevenuePage>("main .actions a")).Lines);
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        Assert.True(await db.Customers.AnyAsync(Cancellation));
    }

    [Theory]
    [InlineData("2026-06-30", "Digital Partner of Record (DPOR)")]
    [InlineData("2026-07-01", "Not associated")]
    public async Task ShowsTheAssociationsOfTheAsOfDate(string asOf, string associations)
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer, Rows.Association(customer, until: new DateOnly(2026, 6, 30)));
        var browser = await Portal.SignInAsync(organisation.Member);

        Assert.Equal(associations, (await browser.OpenAsync<CustomersPage>($"?asOf={asOf}")).Associations["Northwind"]);
    }

    [Theory]
    [InlineData("?associated=true", "Northwind, Tailspin")]
    [InlineData("?associated=false", "Contoso")]
    [InlineData("?association=DigitalPartnerOfRecord", "Northwind")]
    [InlineData("?association=DigitalPartnerOfRecord&associated=false", "Contoso, Tailspin")]
    [InlineData("?search=TAIL", "Tailspin")]
    [InlineData("?sort=-name", "Tailspin, Northwind, Contoso")]
    [InlineData("?sort=-lines", "Tailspin, Contoso, Northwind")]
    public async Task FindsCustomersByAssociationNameAndOrder(string query, string expected)
    {
        var organisation = await Portal.AddOrganisationAsync();
        var north = Rows.Customer(organisation.Partner);
        var contoso = Rows.Customer(organisation.Partner, "Contoso");
        var tailspin = Rows.Customer(organisation.Partner, "Tailspin");
        await Portal.SaveAsync(
            organisation.Id,
            north,
            contoso,
            tailspin,
            Rows.Association(north),
            Rows.Association(contoso, until: new DateOnly(2026, 11, 19)),
            Rows.Association(tailspin, type: Domain.Evidence.AssociationType.FastTrackPartner),
            Rows.Line(tailspin));
        var browser = await Portal.SignInAsync(organisation.Admin);

        Assert.Equal(expected, string.Join(", ", (await browser.OpenAsync<CustomersPage>(query)).Associations.Keys));
    }

    [Fact]
    public async Task TheFileHoldsALineForEveryAssociation()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner, code: "n-1");
        await Portal.SaveAsync(
            organisation.Id,
            customer,
            Rows.Customer(organisation.Partner, "+1 Ltd"),
            Rows.Association(customer, from: new DateOnly(2026, 1, 1)),
            Rows.Association(customer, from: new DateOnly(2026, 2, 1), until: new DateOnly(2026, 3, 1)));

        var file = await Download.OpenAsync(await Portal.SignInAsync(organisation.Member), "/customers?handler=Export");

        Assert.Equal("customers-2026-11-20.csv", file.Name);
        Assert.Equal(
            [
                "customerCode,customer,association,from,until",
                ",'+1 Ltd,,,",
                "N-1,Northwind,digitalPartnerOfRecord,2026-01-01,",
                "N-1,Northwind,digitalPartnerOfRecord,2026-02-01,2026-03-01",
            ],
            file.Lines);
    }
}
