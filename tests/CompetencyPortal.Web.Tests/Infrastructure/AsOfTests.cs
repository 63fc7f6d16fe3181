using AngleSharp.Html.Dom;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>The as-of date stands in the address, and goes with the reader from page to page.</summary>
public sealed class AsOfTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task ADateInTheAddress_IsSaid_AndKeptByEveryLinkOfTheNavigation()
    {
        var page = await OpenAsync("/program?asOf=2017-12-01");

        Assert.Contains("1 December 2017", page.Text(".context-bar"), StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.EndsWith("?asOf=2017-12-01", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Today_NeedsNoDateInTheAddress_AndNoNotice()
    {
        var page = await OpenAsync("/program?asOf=2026-11-20");

        Assert.Null(page.Find(".context-bar p"));
        Assert.All(page.Document.QuerySelectorAll("nav a"), link => Assert.DoesNotContain("asOf", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnotherDate_KeepsThePageAndWhatElseStandsInTheAddress()
    {
        var page = await OpenAsync("/program?view=all&asOf=2017-12-01");
        var form = new Form(page, (IHtmlFormElement)page.Find("form.as-of")!) { ["asOf"] = "2018-01-01" };

        var then = await form.SubmitAsync<WebPage>();
        var today = await then.FollowAsync<WebPage>(".context-bar p a");

        Assert.Equal("/program?view=all&asOf=2018-01-01", then.Location);
        Assert.Equal("/program?view=all", today.Location);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2017-02-29")]
    [InlineData("01/07/2017")]
    [InlineData("1999-12-31")]
    [InlineData("2200-01-01")]
    public async Task ADateThatCannotBeAskedAbout_IsRefused(string date)
    {
        var page = await OpenAsync($"/program?asOf={Uri.EscapeDataString(date)}");

        Assert.Equal(400, (int)page.Status);
    }

    private async Task<WebPage> OpenAsync(string address)
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        return await browser.OpenAsync(address);
    }
}
