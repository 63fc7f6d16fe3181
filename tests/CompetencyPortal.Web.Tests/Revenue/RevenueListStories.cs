using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Revenue;

public sealed class RevenueListStories(PostgreSqlFixture server) : PortalTest(server)
{
    private Organisation _organisation = null!;
    private Browser _admin = null!;

    [Fact]
    public async Task ALongListComesInPages_WithTheTotalOfAll()
    {
        await StoreAsync(customer => Enumerable.Range(1, 120).Select(i => Rows.Line(customer, i, new DateOnly(2026, 1, 1).AddDays(i))));
        await _admin.OpenAsync<RevenuePage>();
        Portal.Database.CommandLog.Clear();

        var first = await _admin.OpenAsync<RevenuePage>();

        Assert.Equal(3, Portal.Database.CommandLog.Commands.Count);
        Assert.Equal(50, first.Lines.Count);
        Assert.Equal("120.00", first.Lines[0][^1]);
        Assert.StartsWith("120 lines US$7,260 in total", first.Sums, StringComparison.Ordinal);
        var last = await (await first.FollowAsync<RevenuePage>("a[rel=next]")).FollowAsync<RevenuePage>("a[rel=next]");
        Assert.Equal(20, last.Lines.Count);
        Assert.StartsWith("120 lines US$7,260 in total", last.Sums, StringComparison.Ordinal);
        Assert.Null(last.Find("a[rel=next]"));
    }

    [Theory]
    [InlineData("?search=north", 2)]
    [InlineData("?search=АДВЕНТ", 1)]
    [InlineData("?search=plan 1", 1)]
    [InlineData("?search=%25", 0)]
    [InlineData("?product=crm-online", 2)]
    [InlineData("?product=Dynamics 365 Plan 1", 1)]
    [InlineData("?netNew=false", 1)]
    [InlineData("?from=2026-03-01", 2)]
    [InlineData("?from=2026-03-02&until=2026-03-31", 1)]
    [InlineData("?until=2026-02-28", 1)]
    [InlineData("?search=north&netNew=true", 1)]
    public async Task FiltersByWhatIsAsked_AndTheSumsAndTheFileWithIt(string query, int expected)
    {
        await StoreThreeAsync();

        var list = await _admin.OpenAsync<RevenuePage>(query);
        var file = await Download.OpenAsync(_admin, "/revenue" + query + "&handler=Export");

        Assert.Equal(expected, list.Lines.Count);
        Assert.StartsWith(expected is 1 ? "1 line" : $"{expected} lines", list.Sums, StringComparison.Ordinal);
        Assert.Equal(expected, file.Lines.Count - 1);
    }

    [Fact]
    public async Task FiltersByACustomer_FromTheCustomersOwnPage()
    {
        var (north, _) = await StoreThreeAsync();
        var customer = await _admin.OpenAsync<WebPage>(new Uri(Browser.Home, $"/customers/{north.Id}"));

        var list = await customer.FollowAsync<RevenuePage>("main .lead a");

        Assert.Equal(2, list.Lines.Count);
        Assert.All(list.Lines, line => Assert.Equal("Northwind", line[0]));
    }

    [Theory]
    [InlineData("?sort=amount", "10.00")]
    [InlineData("?sort=-amount", "3,000.00")]
    [InlineData("?sort=date", "10.00")]
    [InlineData("?sort=-customer", "3,000.00")]
    [InlineData("?sort=password", "3,000.00")]
    public async Task SortsByAColumn(string query, string firstAmount)
    {
        await StoreThreeAsync();

        var list = await _admin.OpenAsync<RevenuePage>(query);

        Assert.Equal(firstAmount, list.Lines[0][^1]);
    }

    [Theory]
    [InlineData("?p=two")]
    [InlineData("?customer=Northwind")]
    [InlineData("?netNew=perhaps")]
    [InlineData("?from=3/4/2026")]
    public async Task WhatAnAddressCannotMean_IsRefused(string query)
    {
        await StoreThreeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.OpenAsync("/revenue" + query)).Status);
    }

    [Fact]
    public async Task ThePageBeyondTheLast_IsTheLast()
    {
        await StoreThreeAsync();

        Assert.Equal(3, (await _admin.OpenAsync<RevenuePage>("?p=99")).Lines.Count);
    }

    [Fact]
    public async Task TheFileHoldsEveryLine_AndNothingASpreadsheetWouldRun()
    {
        await StoreAsync(customer => Enumerable.Range(1, 60).Select(i => Rows.Line(customer, -i, new DateOnly(2026, 1, 1))), "=cmd|' /C calc'!A0, Ltd");

        var file = await Download.OpenAsync(_admin, "/revenue?handler=Export&p=2");

        Assert.Equal("revenue-2026-11-20.csv", file.Name);
        Assert.Equal("reference,customer,customerCode,product,date,amount,netNew", file.Lines[0]);
        Assert.Equal(61, file.Lines.Count);
        Assert.Contains(",\"'=cmd|' /C calc'!A0, Ltd\",,crm-online,2026-01-01,-60.00,true", file.Lines);
    }

    [Fact]
    public async Task AMemberWithoutLeaveSeesNoAmounts_NorWhichIsTheGreater()
    {
        await StoreThreeAsync();
        var member = Rows.User(_organisation.Partner, PortalRole.PartnerMember, maySeeAmounts: false);
        await Portal.SaveAsync(null, member);
        var browser = await Portal.SignInAsync(member);

        var list = await browser.OpenAsync<RevenuePage>("?sort=amount");
        var file = await Download.OpenAsync(browser, "/revenue?handler=Export&sort=amount");

        Assert.DoesNotContain("US$", list.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3 lines", list.Sums);
        Assert.All(list.Lines, line => Assert.Equal(4, line.Count));
        Assert.Equal("1 May 2026", list.Lines[0][2]);
        Assert.Equal("reference,customer,customerCode,product,date,netNew", file.Lines[0]);
        Assert.All(file.Lines, line => Assert.DoesNotContain("3000", line, StringComparison.Ordinal));
        Assert.Contains("2026-05-01", file.Lines[1], StringComparison.Ordinal);
    }

    private async Task StoreAsync(Func<Customer, IEnumerable<RevenueLine>> lines, string name = "Northwind")
    {
        _organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(_organisation.Partner, name);
        await Portal.SaveAsync(_organisation.Id, [customer, .. lines(customer)]);
        _admin = await Portal.SignInAsync(_organisation.Admin);
    }

    private async Task<(Customer North, Customer Advent)> StoreThreeAsync()
    {
        _organisation = await Portal.AddOrganisationAsync();
        var north = Rows.Customer(_organisation.Partner);
        var advent = Rows.Customer(_organisation.Partner, "Адвент");
        await Portal.SaveAsync(
            _organisation.Id,
            north,
            advent,
            Rows.Line(north, 10, new DateOnly(2026, 2, 1)),
            Rows.Line(north, 200, new DateOnly(2026, 3, 15), netNew: false),
            Rows.Line(advent, 3000, new DateOnly(2026, 5, 1), product: "dynamics-365-customer-engagement"));
        _admin = await Portal.SignInAsync(_organisation.Admin);
        return (north, advent);
    }
}
