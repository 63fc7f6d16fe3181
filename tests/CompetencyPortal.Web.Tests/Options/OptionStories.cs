using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Rules;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Options;

public sealed class OptionStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string NetNew = "Net new revenue";
    private const string CustomerEngagement = "dynamics-365-customer-engagement";
    private const string Crm = "cloud-customer-relationship-management";
    private static readonly DateOnly AsOf = new(2017, 12, 1);

    [Fact]
    public async Task CanFollowRevenue_FromWhatWasEnteredToWhatCounts_LineByLine()
    {
        var (partner, admin) = await AddPartnerAsync();
        var north = Rows.Customer(partner, "Northwind");
        var left = Rows.Customer(partner, "Adventure Works");
        var soon = Rows.Customer(partner, "Proseware");
        var other = Rows.Customer(partner, "Wingtip");
        await Portal.SaveAsync(
            partner.Id,
            north, left, soon, other,
            Rows.Association(north),
            Rows.Association(left, until: new DateOnly(2017, 11, 30)),
            Rows.Association(soon, from: new DateOnly(2017, 12, 2)),
            Rows.Association(other, type: AssociationType.TransactingPartner),
            Rows.Line(north, 60_000, new DateOnly(2016, 12, 2), CustomerEngagement),
            Rows.Line(north, -500.50m, new DateOnly(2017, 12, 1), CustomerEngagement),
            Rows.Line(north, 7_000, new DateOnly(2016, 12, 1), CustomerEngagement),
            Rows.Line(north, 8_000, new DateOnly(2017, 12, 2), CustomerEngagement),
            Rows.Line(north, 9_000, new DateOnly(2017, 6, 1), CustomerEngagement, netNew: false),
            Rows.Line(north, 10_000, new DateOnly(2017, 6, 1), "ax-2012-on-premises"),
            Rows.Line(left, 1_000, new DateOnly(2017, 6, 3), CustomerEngagement),
            Rows.Line(soon, 2_000, new DateOnly(2017, 6, 2), CustomerEngagement),
            Rows.Line(other, 3_000, new DateOnly(2017, 6, 1), CustomerEngagement));
        var page = await OpenAsync(admin, OptionPage.CustomerEngagement);

        Assert.Equal(
            [
                "Entered 9 lines 99,499.50",
                "Other products 1 line −10,000.00",
                "Existing business 1 line −9,000.00",
                "Outside the window 2 lines −15,000.00",
                "Customer not associated 3 lines −6,000.00",
                "Counted 2 lines 59,499.50",
            ],
            page.Steps(NetNew));
        Assert.Contains("US$40,500.50 is missing.", page.FindingText(NetNew, "Silver"), StringComparison.Ordinal);
        Assert.Contains("AX 2012 on-premises is not one of the products asked for.", Assert.Single(page.Lines(NetNew, "Other products")), StringComparison.Ordinal);
        Assert.Contains("only net new revenue counts.", Assert.Single(page.Lines(NetNew, "Existing business")), StringComparison.Ordinal);
        Assert.Collection(
            page.Lines(NetNew, "Outside the window"),
            line => Assert.EndsWith("Does not count: it is dated after 1 December 2017, the as-of date.", line, StringComparison.Ordinal),
            line => Assert.EndsWith("Does not count: the window begins only on 2 December 2016.", line, StringComparison.Ordinal));
        Assert.Collection(
            page.Lines(NetNew, "Customer not associated"),
            line => Assert.EndsWith("the association of Adventure Works with you as Digital Partner of Record (DPOR) ended on 30 November 2017; it is asked for on 1 December 2017.", line, StringComparison.Ordinal),
            line => Assert.EndsWith("the association of Proseware with you as Digital Partner of Record (DPOR) begins only on 2 December 2017; it is asked for on 1 December 2017.", line, StringComparison.Ordinal),
            line => Assert.EndsWith("Wingtip has no association with you as Digital Partner of Record (DPOR).", line, StringComparison.Ordinal));
        Assert.Equal(9, page.Lines(NetNew, "Entered").Count);
    }

    [Fact]
    public async Task CanPageThroughAllLinesOfAStep()
    {
        var (partner, admin) = await AddPartnerAsync();
        var customer = Rows.Customer(partner);
        await Portal.SaveAsync(
            partner.Id,
            [customer, Rows.Association(customer), .. Enumerable.Range(0, 120).Select(i => Rows.Line(customer, i + 1, AsOf.AddDays(-i), CustomerEngagement))]);
        var page = await OpenAsync(admin, OptionPage.CustomerEngagement);
        Assert.Equal(10, page.Lines(NetNew, "Counted").Count);

        var all = await page.FollowAsync<LinesPage>(".step-counted a[href*=lines]");
        Assert.Equal("US$7,260 120 lines", all.Sum);
        Assert.Equal(50, all.Lines.Count);
        var last = await (await all.FollowAsync<LinesPage>("a[rel=next]")).FollowAsync<LinesPage>("a[rel=next]");
        Assert.Equal(20, last.Lines.Count);
        Assert.EndsWith("Counts.", last.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("asOf=2017-12-01", last.Location, StringComparison.Ordinal);

        var file = await last.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, last.Find(".actions a")!.GetAttribute("href")!)));
        var rows = (await file.Content.ReadAsStringAsync(Cancellation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(121, rows.Length);
        Assert.Equal("2017-12-01,Northwind,Dynamics 365 Customer Engagement Plan,true,1.00,true,Counts.", rows[1]);
    }

    [Fact]
    public async Task SaysWhichOtherReadingWouldChangeTheAnswer()
    {
        var (partner, admin) = await AddPartnerAsync();
        var customer = Rows.Customer(partner);
        await Portal.SaveAsync(
            partner.Id, customer, Rows.Association(customer, until: new DateOnly(2017, 6, 30)), Rows.Line(customer, 100_000, new DateOnly(2017, 6, 30), CustomerEngagement));
        var page = await OpenAsync(admin, OptionPage.CustomerEngagement);
        Assert.EndsWith(
            "Another reading would change this answer The customer must be associated on the day of the sale. Then it would be: Met",
            page.FindingText(NetNew, "Silver"), StringComparison.Ordinal);
        Assert.DoesNotContain("Another reading", page.FindingText(NetNew, "Gold"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadingsThatDiffer_StandSideBySide_AndEachAmountOpensToItsLines()
    {
        var (partner, admin) = await AddPartnerAsync();
        var (ended, north) = (Rows.Customer(partner, "Adventure Works"), Rows.Customer(partner, "Northwind"));
        await Portal.SaveAsync(
            partner.Id, ended, north, Rows.Association(ended, until: new DateOnly(2017, 6, 30)), Rows.Association(north),
            Rows.Line(ended, 60_000, new DateOnly(2017, 6, 30), CustomerEngagement), Rows.Line(north, 50_000, new DateOnly(2017, 7, 1), CustomerEngagement));
        var page = await OpenAsync(admin, OptionPage.CustomerEngagement);
        Assert.Equal(
            [
                "The customer must be associated on the as-of date. (this reading judges) 50,000.00 Not met Not met",
                "The customer must be associated on the day of the sale. 110,000.00 Met Not met",
            ],
            page.Readings(NetNew));

        var lines = await page.FollowAsync<LinesPage>(".readings tr:last-child a");
        Assert.Equal("US$110,000 2 lines", lines.Sum);
        Assert.Contains("Counted if the requirements are read so: The customer must be associated on the day of the sale.", lines.ToString(), StringComparison.Ordinal);
        Assert.Equal("US$50,000 1 line", (await page.FollowAsync<LinesPage>(".readings tr:first-child a")).Sum);
        Assert.Equal("US$50,000 1 line", (await page.FollowAsync<LinesPage>(".figure a")).Sum);

        foreach (var (step, reading) in new[] { ("association", "AssociationAtTransaction"), ("counted", "WindowAllTime"), ("counted", "Nonsense") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await page.Browser.OpenAsync($"{OptionPage.CustomerEngagement}/lines/net-new/{step}?asOf=2017-12-01&reading={reading}")).Status);
        }
    }

    [Fact]
    public async Task WhoNearlyFits_IsALinkToThem()
    {
        var (partner, admin) = await AddPartnerAsync();
        await AddPeopleAsync(partner, ("Cy", "MB2-715 MB2-716"));
        Assert.Equal("Cy", (await (await OpenAsync(admin, OptionPage.CustomerEngagement)).FollowAsync<WebPage>("article .opening a")).Heading);
    }

    [Fact]
    public async Task CanSeeWhoFillsThePlaces_WhoNearlyFits_AndWhyPlacesStayEmpty()
    {
        var (partner, admin) = await AddPartnerAsync();
        await AddPeopleAsync(partner, ("Ana", "MB2-715 MB2-716 MB2-717"), ("Bo", "MB2-715 MB2-716 MB2-718"), ("Cy", "MB2-715 MB2-716"), ("Di", "70-764"));
        var page = await OpenAsync(admin, OptionPage.CustomerEngagement);

        Assert.Equal(["Ana", "Bo", "Empty place", "Empty place", "Empty place"], page.Places("Silver"));
        var text = page.FindingText("People", "Silver");
        Assert.Contains("2 of 5 places filled", text, StringComparison.Ordinal);
        Assert.Contains("2 people for 5 places: Ana, Bo. Nobody else fits.", text, StringComparison.Ordinal);
        Assert.Contains("1 person nearly fits Cy lacks one of MB2-717, MB2-718", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Di", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassThatNoLongerCounts_IsNamed()
    {
        var (partner, admin) = await AddPartnerAsync();
        await AddPeopleAsync(partner, ("Ana", "MB2-709"));
        const string Lapsed = "Ana passed MB2-709 on 1 March 2017; it counted until 31 December 2018.";
        Assert.DoesNotContain(Lapsed, (await OpenAsync(admin, OptionPage.CrmReseller, "2018-12-31")).FindingText("People", "Silver"), StringComparison.Ordinal);
        Assert.Contains(Lapsed, (await OpenAsync(admin, OptionPage.CrmReseller, "2019-01-01")).FindingText("People", "Silver"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfSeveralPaths_ShowsTheOneWithTheFewestPlacesMissing_TeamByTeam()
    {
        var (partner, admin) = await AddPartnerAsync();
        await AddPeopleAsync(partner, ("Ana", "MB2-713 MB2-710"), ("Bo", "MB2-712"));
        var difficult = Require.Path(Require.Team((9, Require.Holds("70-764"))));
        var shown = Require.Path(
            Require.Team((1, Require.Holds("MB2-713")), (1, Require.Holds("MB2-712"))),
            Require.Team((1, Require.All(Require.Holds("MB2-713"), Require.Holds("MB2-710")))));
        await PublishAsync(new CompetencyOption("cloud-crm-reseller", "Cloud CRM Reseller", [], Require.Staffing(difficult, shown, difficult), Require.Staffing(difficult)));

        var page = await OpenAsync(admin, OptionPage.CrmReseller, "2026-12-01");
        Assert.Equal("Silver attained", page.Attained);
        Assert.Equal("Silver asks for any one of these 3 ways:", page.Asks("People", "Silver")[0]);
        Assert.Contains("Shown is way 2 of 3, the one with the fewest places missing.", page.FindingText("People", "Silver"), StringComparison.Ordinal);
        Assert.Contains("Team 1 Group 1 each holding MB2-713 Ana Group 2 each holding MB2-712 Bo Team 2 each holding MB2-713 and MB2-710 Ana", page.FindingText("People", "Silver"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOptionThatTheRevisionInForceLacks_SaysWhereItIs()
    {
        var (_, admin) = await AddPartnerAsync();
        await PublishAsync(new CompetencyOption("another", "Another Way", [], Anybody, Anybody));

        var page = await OpenAsync(admin, OptionPage.CrmReseller, "2026-12-01");
        Assert.Contains("has no such option", page.Absence, StringComparison.Ordinal);
        Assert.Contains("without this option", page.Revisions[0], StringComparison.Ordinal);
        page = await page.FollowAsync<OptionPage>("#revisions tbody tr:last-child a");
        Assert.Null(page.Absence);
        Assert.Contains("asOf=2017-07-07", page.Location, StringComparison.Ordinal);
        Assert.Contains("From 16 November 2017 another revision judges", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BeforeTheFirstRevision_SaysFromWhenThereIsOne()
    {
        var (_, admin) = await AddPartnerAsync();
        var page = await OpenAsync(admin, OptionPage.CrmReseller, "2017-07-06");
        Assert.StartsWith("Not yet in force No revision of Cloud Customer Relationship Management is in force on 6 July 2017", page.Absence, StringComparison.Ordinal);
        page = await page.FollowAsync<OptionPage>(".empty a");
        Assert.Contains("asOf=2017-07-07", page.Location, StringComparison.Ordinal);
        Assert.Null(page.Absence);
    }

    [Theory]
    [InlineData("/options/cloud-business-applications/cloud-crm-reseller")]
    [InlineData("/options/unknown/enterprise-operations")]
    [InlineData(OptionPage.CustomerEngagement + "/lines/total/counted")]
    [InlineData(OptionPage.CustomerEngagement + "/lines/net-new/unknown")]
    [InlineData(OptionPage.CustomerEngagement + "/lines/net-new/counted?asOf=2017-06-26")]
    public async Task WhatTheRulebookDoesNotKnow_IsNotFound(string address)
    {
        var (_, admin) = await AddPartnerAsync();
        using var browser = await Portal.SignInAsync(admin);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(address)).Status);
    }

    [Theory]
    [InlineData(OptionPage.CustomerEngagement)]
    [InlineData(OptionPage.CustomerEngagement + "/lines/net-new/entered")]
    public async Task TakesThreeRoundTrips_BesideTheSessionLookup_AndNoneWhereNothingChanged(string address)
    {
        var (_, admin) = await AddPartnerAsync();
        using var browser = await Portal.SignInAsync(admin);
        await browser.OpenAsync(address + "?asOf=2017-12-02");
        Portal.Database.CommandLog.Clear();
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(address)).Status);
        Assert.Equal(3, Portal.Database.CommandLog.Commands.Count);
        Portal.Database.CommandLog.Clear();
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(address)).Status);
        Assert.Empty(Portal.Database.CommandLog.Commands);
    }

    private static StaffingRequirement Anybody => Require.Staffing(Require.Path(Require.Team((1, Require.Holds("MB2-713")))));

    private async Task<(Partner Partner, PortalUser Admin)> AddPartnerAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        return (organisation.Partner, organisation.Admin);
    }

    private Task AddPeopleAsync(Partner partner, params (string Name, string Codes)[] people)
    {
        var rows = people.Select(one => (Person: Rows.Person(partner, one.Name), one.Codes)).ToList();
        return Portal.SaveAsync(
            partner.Id,
            [
                .. rows.Select(row => row.Person),
                .. rows.SelectMany(row => row.Codes.Split(' '), (row, code) => Rows.Pass(row.Person, code, new DateOnly(2017, 3, 1))),
            ]);
    }

    /// <summary>Publishes a revision of the CRM competency, in force from the day after the tests' today.</summary>
    private Task PublishAsync(CompetencyOption option)
    {
        var source = new RevisionSource("Partner letter", null, RevisionDating.Statement);
        var revision = new Revision(Portal.Clock.Today.AddDays(1), Portal.Clock.Today, source, [option]);
        return Portal.SaveAsync(null, PublishedRevision.ToRow(Crm, revision, Portal.Clock.Now, "For the test", null));
    }

    private async Task<OptionPage> OpenAsync(PortalUser admin, string option, string asOf = "2017-12-01")
    {
        var browser = await Portal.SignInAsync(admin);
        return await browser.OpenAsync<OptionPage>(new Uri(Browser.Home, $"{option}?asOf={asOf}"));
    }
}
