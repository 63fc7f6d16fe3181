using System.Security.Cryptography;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Programme;

public sealed class RulebookStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Crm = "/program/rulebook/cloud-customer-relationship-management";

    [Theory]
    [InlineData("2017-07-06", "Announced", "Announced", "On 6 July 2017 no revision is in force yet.")]
    [InlineData("2017-07-07", "Announced", "In force", "On 7 July 2017 the revision of 7 July 2017 is in force.")]
    [InlineData("2017-11-15", "Announced", "In force", "On 15 November 2017 the revision of 7 July 2017 is in force.")]
    [InlineData("2017-11-16", "In force", "Ended", "On 16 November 2017 the revision of 16 November 2017 is in force.")]
    public async Task ShowsWhatIsAnnouncedInForceAndEndedOnADay(string asOf, string november, string july, string lead)
    {
        var page = await (await SignInAsync()).OpenAsync($"{Crm}?asOf={asOf}");

        Assert.Equal([november, july], page.Document.QuerySelectorAll(".status").Select(status => status.TextContent));
        Assert.Equal(lead, page.Text(".lead"));
        Assert.Equal(lead.Contains("no revision", StringComparison.Ordinal), page.Find("#rules") is null);
    }

    [Fact]
    public async Task ShowsTheRulesInSentences_WithTheirSource()
    {
        var page = await (await SignInAsync()).OpenAsync($"{Crm}/2017-11-16");
        var text = page.Text("main");

        Assert.Contains("Silver 100,000.00 50,000.00 Gold 300,000.00 150,000.00", text, StringComparison.Ordinal);
        Assert.Contains("The product is one of: CRM Online, Dynamics 365 Customer Engagement Plan.", text, StringComparison.Ordinal);
        Assert.Contains("MB2-714, MB2-713, MB2-709, MB2-717, MB2-718, MB2-877", text, StringComparison.Ordinal);
        Assert.Contains("The page asks for the association without saying on which day.", text, StringComparison.Ordinal);
        Assert.Contains("Both dates are the day on which the text was handed to translation", text, StringComparison.Ordinal);
        Assert.Contains("Cloud CRM Reseller – other people are asked for (Gold)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDocumentCanBeDownloaded_AndHasTheDigestThatIsShown()
    {
        var browser = await SignInAsync();
        var page = await browser.OpenAsync($"{Crm}/2017-11-16");

        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, page.Find("a[href*='handler=Document']")!.GetAttribute("href")));
        var document = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(page.Text("dl code"), Convert.ToHexStringLower(SHA256.HashData(document)));
        Assert.Equal(
            BuiltInRulebook.Rulebook.Competency("cloud-customer-relationship-management")!.History.Revisions[1],
            RevisionDocument.Read(System.Text.Encoding.UTF8.GetString(document), BuiltInRulebook.Rulebook));
    }

    [Fact]
    public async Task ADraftCanBeginWithAnyRevision()
    {
        var page = await (await SignInAsync()).OpenAsync("/program/rulebook/cloud-business-applications/2017-06-27");

        var revise = await page.FollowAsync<WebPage>("a[href*='basis=2017-06-27']");

        Assert.Equal("The draft begins with the amounts of the revision of 27 June 2017. Nobody is judged by a draft.", revise.Text(".lead"));
        Assert.Equal(("100,000", ""), (revise.Form()["Input.Amounts[0].Amount"], revise.Form()["Input.Amounts[1].Amount"]));
    }

    private async Task<Browser> SignInAsync() => await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
}
