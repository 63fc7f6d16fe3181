using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

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

        // The sums of these facts are remembered; the lines and the customers are read.
        Assert.Equal(2, Portal.Database.CommandLog.Commands.Count);
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
    [InlineData("?search=АДВЕНТ", 2)]
    [InlineData("?search=plan 1", 2)]
    [InlineData("?search=%25", 0)]
    [InlineData("?product=crm-online", 2)]
    [InlineData("?product=Dynamics 365 Plan 1", 2)]
    [InlineData("?netNew=false", 1)]
    [InlineData("?from=2026-03-01", 3)]
    [InlineData("?from=2026-03-02&until=2026-03-31", 1)]
    [InlineData("?until=2026-02-28", 1)]
    [InlineData("?search=north&netNew=true", 1)]
    [InlineData("?search=inv-2", 1)]
    [InlineData("?credit=true", 1)]
    [InlineData("?credit=false", 3)]
    [InlineData("?credit=true&search=north", 0)]
    public async Task FiltersByWhatIsAsked_AndTheSumsAndTheFileWithIt(string query, int expected)
    {
        await StoreFourAsync();

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
    [InlineData("?sort=amount", "Credit −50.00")]
    [InlineData("?sort=-amount", "3,000.00")]
    [InlineData("?sort=date", "10.00")]
    [InlineData("?sort=product", "200.00", "10.00")]
    [InlineData("?sort=-customer", "3,000.00", "Credit −50.00")]
    [InlineData("?sort=business", "200.00")]
    [InlineData("?sort=-reference", "200.00")]
    [InlineData("?sort=password", "Credit −50.00")]
    public async Task SortsByAColumn(string query, params string[] firstAmounts)
    {
        await StoreFourAsync();

        var list = await _admin.OpenAsync<RevenuePage>(query);

        Assert.Contains(list.Lines[0][^1], firstAmounts);
    }

    [Fact]
    public async Task ALongList_GoesForwardsAndBackwards_ToItsEndAndToItsBeginning()
    {
        await StoreAsync(customer => Enumerable.Range(1, 120).Select(i => Rows.Line(customer, i, new DateOnly(2026, 1, 1).AddDays(i % 7))));

        var first = await _admin.OpenAsync<RevenuePage>("?sort=amount");
        var second = await first.FollowAsync<RevenuePage>("#pager-next");
        var last = await first.FollowAsync<RevenuePage>("#pager-last");
        var beforeLast = await last.FollowAsync<RevenuePage>("#pager-previous");

        Assert.Null(first.Find("#pager-previous"));
        Assert.Equal(["51.00", "100.00"], [second.Lines[0][^1], second.Lines[^1][^1]]);
        Assert.Equal(first.Lines, (await second.FollowAsync<RevenuePage>("#pager-previous")).Lines);
        Assert.Equal(first.Lines, (await last.FollowAsync<RevenuePage>("#pager-first")).Lines);
        Assert.Equal(["71.00", "120.00"], [last.Lines[0][^1], last.Lines[^1][^1]]);
        Assert.Null(last.Find("#pager-next"));
        Assert.Equal(["21.00", "70.00"], [beforeLast.Lines[0][^1], beforeLast.Lines[^1][^1]]);
        Assert.Contains("50 of 120", second.Text(".pager"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABookmark_HoldsWhenItsRowIsGone_AndWhenNothingIsLeftThere()
    {
        await StoreAsync(customer => Enumerable.Range(1, 60).Select(i => Rows.Line(customer, i)));
        var second = await (await _admin.OpenAsync<RevenuePage>("?sort=amount")).FollowAsync<RevenuePage>("#pager-next");
        Assert.Equal("51.00", second.Lines[0][^1]);
        await DeleteAsync(line => line.Amount == 50);

        Assert.Equal(second.Lines, (await _admin.OpenAsync<RevenuePage>(second.Location["/revenue".Length..])).Lines);

        await DeleteAsync(line => line.Amount > 50);
        var last = await _admin.OpenAsync<RevenuePage>(second.Location["/revenue".Length..]);
        Assert.Equal(49, last.Lines.Count);
        Assert.Null(last.Find(".pager"));
    }

    [Fact]
    public async Task CreditsAreNamed_AndSummedByThemselves()
    {
        await StoreFourAsync();

        var list = await _admin.OpenAsync<RevenuePage>();

        Assert.Equal("4 lines US$3,160 in total, of which US$2,960 net new of which 1 credit: −US$50", list.Sums);
        Assert.Contains("Credit −50.00", list.Lines.Select(line => line[^1]));
    }

    [Theory]
    [InlineData("?at=two")]
    [InlineData("?at=after.0198c1b2a3d47e5f8091a2b3c4d5e6f7.yesterday")]
    [InlineData("?sort=amount&at=before.0198c1b2a3d47e5f8091a2b3c4d5e6f7.1.234")]
    [InlineData("?answer=perhaps")]
    [InlineData("?credit=some")]
    [InlineData("?customer=Northwind")]
    [InlineData("?netNew=perhaps")]
    [InlineData("?from=3/4/2026")]
    public async Task WhatAnAddressCannotMean_IsRefused(string query)
    {
        await StoreThreeAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await _admin.OpenAsync("/revenue" + query)).Status);
    }

    [Fact]
    public async Task TheFileHoldsEveryLine_AndNothingASpreadsheetWouldRun()
    {
        await StoreAsync(customer => Enumerable.Range(1, 60).Select(i => Rows.Line(customer, -i, new DateOnly(2026, 1, 1))), "=cmd|' /C calc'!A0, Ltd");

        var file = await Download.OpenAsync(_admin, "/revenue?handler=Export&at=end");

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
        Assert.All(list.Lines, line => Assert.Equal(5, line.Count));
        Assert.Equal("1 May 2026", list.Lines[0][2]);
        Assert.Equal("reference,customer,customerCode,product,date,netNew", file.Lines[0]);
        Assert.All(file.Lines, line => Assert.DoesNotContain("3000", line, StringComparison.Ordinal));
        Assert.Contains("2026-05-01", file.Lines[1], StringComparison.Ordinal);
        Assert.Null(list.Find("#credit"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/revenue?credit=true")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/revenue?credit=false&handler=Export")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/revenue?credit=false&handler=Sums")).Status);
    }

    [Fact]
    public async Task TheSumsAreRemembered_UntilALineChanges()
    {
        await StoreThreeAsync();
        Assert.StartsWith("3 lines US$3,210", (await _admin.OpenAsync<RevenuePage>()).Sums, StringComparison.Ordinal);

        await DeleteAsync(line => line.Amount == 10);

        Assert.StartsWith("2 lines US$3,200", (await _admin.OpenAsync<RevenuePage>()).Sums, StringComparison.Ordinal);
    }

    /// <summary>The same lines, sums and order, asked of the database and of the evidence that the domain judged.</summary>
    [Theory]
    [InlineData("date")]
    [InlineData("customer")]
    [InlineData("product")]
    [InlineData("business")]
    [InlineData("reference")]
    [InlineData("amount")]
    public async Task AskedAboutAThreshold_TheListIsTheSame_WithAnAnswerOnEachLine(string column)
    {
        await StoreAsync(customer => Enumerable.Range(1, 120).Select(i => Rows.Line(
            customer, (i % 17) - 3, new DateOnly(2026, 1, 1).AddDays(i % 9), i % 3 is 0 ? "crm-online" : "ax-2012-on-premises", i % 2 is 0, i % 4 is 0 ? $"INV {i % 40:00} {i}" : null)));
        var threshold = Threshold(await _admin.OpenAsync<RevenuePage>(), 1);
        foreach (var sign in new[] { "", "-" })
        {
            var stored = await _admin.OpenAsync<RevenuePage>($"?sort={sign}{column}");
            var judged = await _admin.OpenAsync<RevenuePage>($"?sort={sign}{column}&threshold={threshold}");
            Assert.Equal(stored.Sums, judged.Sums);
            for (var page = 1; page <= 3; page++)
            {
                Assert.Equal(stored.Lines.Select(line => line.Take(6)), judged.Lines.Select(line => line.Take(6)));
                Assert.All(judged.Lines, line => Assert.NotEqual("", line[6]));
                if (page < 3)
                {
                    (stored, judged) = (await stored.FollowAsync<RevenuePage>("#pager-next"), await judged.FollowAsync<RevenuePage>("#pager-next"));
                }
            }

            Assert.Equal(stored.Lines.Select(line => line[0]), judged.Lines.Select(line => line[0]));
            Assert.Null(judged.Find("#pager-next"));
        }
    }

    [Fact]
    public async Task NarrowsToAnAnswer_WithItsSumsAndItsFile()
    {
        await StoreFourAsync();
        var list = await _admin.OpenAsync<RevenuePage>();
        var threshold = Threshold(list, 1);
        var counted = await _admin.OpenAsync<RevenuePage>($"?threshold={threshold}&answer=counted");
        var not = await _admin.OpenAsync<RevenuePage>($"?threshold={threshold}&answer=not-counted");
        var reasons = new List<RevenuePage>();
        foreach (var reason in new[] { "product", "net-new", "window", "association" })
        {
            reasons.Add(await _admin.OpenAsync<RevenuePage>($"?threshold={threshold}&answer={reason}"));
        }

        var file = await Download.OpenAsync(_admin, $"/revenue?threshold={threshold}&answer=not-counted&handler=Export");

        Assert.Equal(4, counted.Lines.Count + not.Lines.Count);
        Assert.Equal(not.Lines.Count, reasons.Sum(page => page.Lines.Count));
        Assert.NotEmpty(not.Lines);
        Assert.All(not.Lines, line => Assert.StartsWith("Does not count: ", line[6], StringComparison.Ordinal));
        Assert.All(counted.Lines, line => Assert.Equal("Counts.", line[6]));
        Assert.EndsWith(",counts,reason", file.Lines[0], StringComparison.Ordinal);
        Assert.Equal(not.Lines.Count, file.Lines.Count - 1);
    }

    [Fact]
    public async Task AThresholdThatNothingInForceHas_IsSaidToBeUnknown()
    {
        await StoreThreeAsync();
        var threshold = Threshold(await _admin.OpenAsync<RevenuePage>(), 1);

        var before = await _admin.OpenAsync<RevenuePage>($"?threshold={threshold}&asOf=2001-01-01");

        Assert.Contains("no revision in force has this threshold", before.Text("main .note"), StringComparison.Ordinal);
        Assert.Equal(3, before.Lines.Count);
    }

    [Fact]
    public async Task TheSumsAlone_AreThoseOfTheList()
    {
        await StoreThreeAsync();

        var sums = await _admin.OpenAsync("/revenue?search=north&handler=Sums");

        Assert.Equal((await _admin.OpenAsync<RevenuePage>("?search=north")).Sums, sums.Text(".list-sums"));
    }

    private async Task StoreAsync(Func<Customer, IEnumerable<RevenueLine>> lines, string name = "Northwind")
    {
        _organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(_organisation.Partner, name);
        await Portal.SaveAsync(_organisation.Id, [customer, .. lines(customer)]);
        _admin = await Portal.SignInAsync(_organisation.Admin);
    }

    /// <summary>A choice of the filter that asks about a threshold, as an address has it.</summary>
    private static string Threshold(RevenuePage list, int choice) =>
        Uri.EscapeDataString(list.Document.QuerySelectorAll("#threshold option")[choice].GetAttribute("value")!);

    private async Task DeleteAsync(System.Linq.Expressions.Expression<Func<RevenueLine, bool>> which)
    {
        await using var db = await Portal.Database.OpenAsync(_organisation.Id);
        db.RemoveRange(await db.RevenueLines.Where(which).ToListAsync(Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>The three, and a credit.</summary>
    private async Task StoreFourAsync()
    {
        var (_, advent) = await StoreThreeAsync();
        await Portal.SaveAsync(_organisation.Id, Rows.Line(advent, -50, new DateOnly(2026, 5, 2), product: "dynamics-365-customer-engagement"));
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
            Rows.Line(north, 200, new DateOnly(2026, 3, 15), netNew: false, reference: "INV-2026"),
            Rows.Line(advent, 3000, new DateOnly(2026, 5, 1), product: "dynamics-365-customer-engagement"));
        _admin = await Portal.SignInAsync(_organisation.Admin);
        return (north, advent);
    }
}
