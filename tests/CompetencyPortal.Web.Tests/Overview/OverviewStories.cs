using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Overview;

public sealed class OverviewStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string BusinessApplications = "Cloud Business Applications";
    private const string Crm = "Cloud Customer Relationship Management";
    private const string CustomerEngagement = "Enterprise Customer Engagement";

    [Fact]
    public async Task CanSeeHowEveryTierStands_AndWhatIsMissing()
    {
        var page = await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-12-01");

        Assert.Equal("Fabrikam", page.Heading);
        Assert.Equal("As of 1 December 2017 · Developed market, set for your organisation by programme staff", page.Lead);
        Assert.Equal([CustomerEngagement, "Enterprise Operations", "Cloud CRM Reseller"], page.Options);
        Assert.Equal("No tier attained", page.Attained(BusinessApplications));
        Assert.Equal("Judged by the revision of 7 July 2017", page.Revision(BusinessApplications));
        var (standing, progress, gap) = page.Tier(CustomerEngagement, "Silver");
        Assert.Equal("Not met", standing);
        Assert.Equal(["Net new revenue US$60,000 of US$100,000", "People 3 of 5 places filled"], progress);
        Assert.Equal("Missing: US$40,000 more net new revenue; 2 more people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718.", gap);
        Assert.Equal("Missing: US$300,000 more revenue, new or existing; US$75,000 more net new revenue; 15 more people, each holding MB6-893, MB6-892, MB6-890 and 70-764.",
            page.Tier("Enterprise Operations", "Gold").Gap);
    }

    [Fact]
    public async Task CanSeeATierThatIsMet()
    {
        var partner = await AddPartnerAsync(Market.Developed, amount: 100_000, people: 5);
        var page = await OpenAsync(partner, "?asOf=2017-12-01");
        Assert.Equal("Silver attained", page.Attained(BusinessApplications));
        Assert.Equal(("Met", "Nothing is missing."), (page.Tier(CustomerEngagement, "Silver").Standing, page.Tier(CustomerEngagement, "Silver").Gap));

        // The same sale and the same exams count for both competencies.
        Assert.Equal("Silver attained", page.Attained(Crm));
    }

    [Fact]
    public async Task BeforeACompetencysFirstRevision_ItIsNotYetInForce_AndSaysFromWhen()
    {
        var page = await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-06-27");
        Assert.Equal("Not yet in force", page.Attained(Crm));
        Assert.Equal("The first revision judges from 7 July 2017", page.Revision(Crm));
        Assert.Equal("Judged by the revision of 27 June 2017 · From 7 July 2017 another revision judges", page.Revision(BusinessApplications));

        page = await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-01-01");
        Assert.Empty(page.Options);
        Assert.Equal("The first revision judges from 27 June 2017", page.Revision(BusinessApplications));
    }

    [Fact]
    public async Task WhereNoAmountIsStatedForTheMarket_TheTierIsUndetermined()
    {
        var page = await OpenAsync(await AddPartnerAsync(Market.Developing, people: 5), "?asOf=2017-06-30");
        var (standing, progress, gap) = page.Tier(CustomerEngagement, "Silver");
        Assert.Equal("Undetermined", standing);
        Assert.Equal(["Net new revenue US$60,000 counted", "People 5 of 5 places filled"], progress);
        Assert.Equal("Undetermined: the revision states no amount for developing markets.", gap);
        Assert.StartsWith("Missing: 10 more people", page.Tier(CustomerEngagement, "Gold").Gap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnclassifiedPartner_IsToldWhatToAskFor_AndAClassifiedOneWhereItsMarketComesFrom()
    {
        var partner = await AddPartnerAsync(null, people: 5);
        var page = await OpenAsync(partner, "?asOf=2017-12-01");
        Assert.EndsWith("market not known: France is not classified", page.Lead, StringComparison.Ordinal);
        Assert.Contains("Ask programme staff to classify France", Assert.Single(page.Notes), StringComparison.Ordinal);
        Assert.Equal("Undetermined: the amounts differ by market, and your organisation’s market is not known.", page.Tier(CustomerEngagement, "Silver").Gap);

        await Portal.SaveAsync(null, Rows.CountryMarket("FR", new DateOnly(2017, 12, 1), Market.Developing));
        Assert.EndsWith(
            "Developing market, by the classification of France since 1 December 2017", (await OpenAsync(partner, "?asOf=2017-12-01")).Lead, StringComparison.Ordinal);
        Assert.EndsWith("not classified", (await OpenAsync(partner, "?asOf=2017-11-30")).Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutFacts_SaysWhatToDoFirst()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var admin = await Portal.SignInAsync(organisation.Admin);
        var page = await admin.OpenAsync<OverviewPage>();
        Assert.Contains("Add customers", page.Empty!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.Document.QuerySelectorAll(".empty a"))
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.OpenAsync(link.GetAttribute("href")!)).Status);
        }

        using var member = await Portal.SignInAsync(organisation.Member);
        Assert.Contains("An admin of your organisation can enter them.", (await member.OpenAsync<OverviewPage>()).Empty!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAsOfDate_TravelsAlong()
    {
        var page = await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-12-01");
        Assert.Equal("/options/cloud-business-applications/enterprise-customer-engagement?asOf=2017-12-01", page.Find(".option h3 a")!.GetAttribute("href"));
        Assert.Equal("/options/cloud-business-applications/enterprise-customer-engagement?asOf=2017-12-01#revisions", page.Find(".competency-head + p a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task TakesThreeRoundTrips_BesideTheSessionLookup_AndNoneWhereNothingChanged()
    {
        var partner = await AddPartnerAsync(Market.Developed);
        using var browser = await Portal.SignInAsync(partner);
        await browser.OpenAsync<OverviewPage>("?asOf=2017-12-01");
        Portal.Database.CommandLog.Clear();
        await browser.OpenAsync<OverviewPage>();
        Assert.Equal(3, Portal.Database.CommandLog.Commands.Count);
        Portal.Database.CommandLog.Clear();
        await browser.OpenAsync<OverviewPage>();
        Assert.Empty(Portal.Database.CommandLog.Commands);
    }

    [Fact]
    public async Task SaysHowCurrentItIs_AndWhatJudges()
    {
        var partner = await AddPartnerAsync(Market.Developed);
        Assert.Equal(
            [
                "Facts last changed", "no change is recorded", "Newest revenue line", "31 May 2017", "Judged by",
                "Cloud Business Applications, revision of 7 July 2017", "Cloud Customer Relationship Management, revision of 16 November 2017",
            ],
            (await OpenAsync(partner, "?asOf=2017-12-01")).Stamp);

        using var browser = await Portal.SignInAsync(partner);
        var form = (await browser.OpenAsync<Facts.FactPage>(new Uri(Browser.Home, "/customers/add"))).Form();
        form["Input.Name"] = "Tailspin";
        await form.SubmitAsync<WebPage>();
        var page = await browser.OpenAsync<OverviewPage>("?asOf=2017-12-01");
        Assert.Equal("20 Nov 2026, 12:00 UTC, by Ana Sousa", page.Stamp[1]);
        var option = await page.FollowAsync<OverviewPage>(".option h3 a");
        Assert.Equal("20 Nov 2026, 12:00 UTC, by Ana Sousa", option.Stamp[1]);
        Assert.Equal("Cloud Business Applications, revision of 7 July 2017", option.Stamp[^1]);
    }

    [Fact]
    public async Task WhatUndeterminedMeans_IsExplained_WithWhatToDo_AndWhoCan()
    {
        var unknown = (await OpenAsync(await AddPartnerAsync(null), "?asOf=2017-12-01")).Text(".undetermined");
        Assert.Contains("Check your organisation’s country: France.", unknown, StringComparison.Ordinal);
        Assert.Contains("ask programme staff to classify the country", unknown, StringComparison.Ordinal);

        var page = await OpenAsync(await AddPartnerAsync(Market.Developing), "?asOf=2017-06-30");
        Assert.Contains("Enterprise Customer Engagement: the revision that judges names no amount for this market (Developing market).", page.Text(".undetermined"), StringComparison.Ordinal);
        Assert.Equal(
            "/options/cloud-business-applications/enterprise-customer-engagement?asOf=2017-07-07", page.Find(".undetermined a")!.GetAttribute("href"));

        Assert.Null((await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-12-01")).Find(".undetermined"));
    }

    [Fact]
    public async Task TheAddressToShare_NamesTheDayEvenIfItIsToday()
    {
        Assert.Equal("/?asOf=2026-11-20", (await OpenAsync(await AddPartnerAsync(Market.Developed), "")).Find("[data-copy-address]")!.GetAttribute("href"));
        Assert.Equal("/?asOf=2017-12-01", (await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-12-01")).Find("[data-copy-address]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task EveryFigure_LeadsToWhatMadeIt()
    {
        var page = await OpenAsync(await AddPartnerAsync(Market.Developed), "?asOf=2017-12-01");
        Assert.Equal(
            ["/options/cloud-business-applications/enterprise-customer-engagement?asOf=2017-12-01#threshold-net-new", "/options/cloud-business-applications/enterprise-customer-engagement?asOf=2017-12-01#people"],
            page.Find(".option .tier-card")!.QuerySelectorAll("a.number").Select(link => link.GetAttribute("href")));
    }

    private async Task<OverviewPage> OpenAsync(PortalUser admin, string query)
    {
        using var browser = await Portal.SignInAsync(admin);
        return await browser.OpenAsync<OverviewPage>(query);
    }

    /// <summary>A partner with one net new line of 31 May 2017 and some who hold what Customer Engagement asks for; its admin.</summary>
    private async Task<PortalUser> AddPartnerAsync(Market? market, decimal amount = 60_000, int people = 3)
    {
        var partner = Rows.Partner(market: market);
        var admin = Rows.User(partner);
        await Portal.SaveAsync(null, partner, admin);
        var customer = Rows.Customer(partner);
        var staff = Enumerable.Range(1, people).Select(i => Rows.Person(partner, $"Person {i}")).ToList();
        await Portal.SaveAsync(
            partner.Id,
            [
                customer,
                Rows.Association(customer),
                Rows.Line(customer, amount, new DateOnly(2017, 5, 31), "dynamics-365-customer-engagement"),
                .. staff,
                .. staff.SelectMany(person => new[] { "MB2-715", "MB2-716", "MB2-717" }, (person, code) => Rows.Pass(person, code, new DateOnly(2017, 3, 1))),
            ]);
        return admin;
    }
}
