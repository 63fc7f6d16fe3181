using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Programme;

public sealed class RegisterStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task RegisterShowsEveryDisagreement()
    {
        var browser = await SignInAsync();
        var shown = new List<string>();
        for (WebPage? page = await browser.OpenAsync("/program/pages"); page is not null;
            page = page.Find("a[rel=next]") is null ? null : await page.FollowAsync<WebPage>("a[rel=next]"))
        {
            shown.AddRange(RowsOf(page));
        }

        Assert.Equal(PageDisagreements.BuiltIn.Length, shown.Count);
        Assert.Contains(
            "27 Jun 2017 fr-FR Cloud Business Applications Amount Enterprise Customer Engagement · Gold · Developed market · Net new revenue "
            + "The page asks for US$100,000; the rule is US$300,000. would judge differently",
            shown);
        Assert.Contains(
            "16 Nov 2017 ru-RU Cloud Customer Relationship Management Amount Cloud CRM Reseller · Silver · Developing market · Net new revenue "
            + "The page asks for US$100,000; the rule is US$50,000. would judge differently",
            shown);
    }

    /// <summary>No gap of a sentence stays open, and no code stands in for a word.</summary>
    [Fact]
    public async Task EveryDisagreementIsASentenceInEveryLanguage()
    {
        var staff = await Portal.AddStaffAsync();
        foreach (var language in PortalCulture.All)
        {
            var browser = await Portal.SignInAsync(staff, language.Name);
            for (var number = 1; number <= new Paging(1, PageDisagreements.BuiltIn.Length).Last; number++)
            {
                var page = await browser.OpenAsync($"/program/pages?p={number}");
                Assert.All(RowsOf(page), row => Assert.DoesNotMatch(@"\{\d\}|Note\.|Says\.|“”|«\s*»|「」|  ", row));
            }
        }
    }

    [Fact]
    public async Task CanBeFilteredToWhatWouldJudgeDifferently()
    {
        var browser = await SignInAsync();
        var form = (await browser.OpenAsync("/program/pages")).Form("form[role=search]");

        form["competency"] = "cloud-business-applications";
        form["locale"] = "fr-FR";
        form["kind"] = "Amount";
        form["different"] = "true";
        var filtered = await form.SubmitAsync<WebPage>();

        var expected = PageDisagreements.BuiltIn.Count(row => row is { Kind: DisagreementKind.Amount, JudgesDifferently: true, Page: { Locale: "fr-FR", Competency: "cloud-business-applications" } });
        Assert.NotEqual(0, expected);
        Assert.Equal(expected, RowsOf(filtered).Count);
    }

    [Fact]
    public async Task CanBeSortedBothWays()
    {
        var browser = await SignInAsync();

        var descending = await (await browser.OpenAsync("/program/pages?kind=Amount")).FollowAsync<WebPage>("th[aria-sort=ascending] a");

        Assert.Equal("descending", descending.Find("th[aria-sort]")!.GetAttribute("aria-sort"));
        Assert.StartsWith("25 Jan 2018", RowsOf(descending)[0], StringComparison.Ordinal);
        Assert.All(RowsOf(descending), row => Assert.Contains(" Amount ", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsExportedAsItIsFiltered()
    {
        var browser = await SignInAsync();
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/program/pages?handler=Export&locale=ru-RU&kind=Amount"));

        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "ru-RU,cloud-customer-relationship-management,2017-11-16,amount,cloud-crm-reseller,silver,developing,net-new,,100000,50000,"
            + "cloud-customer-relationship-management,2017-11-16,true,\"The page asks for US$100,000; the rule is US$50,000.\"",
            lines.Single(line => line.Contains(",2017-11-16,amount,", StringComparison.Ordinal)));
    }

    private static List<string> RowsOf(WebPage page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task<Browser> SignInAsync() => await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
}
