using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using CompetencyPortal.Data.Auditing;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Overview;

/// <summary>What has changed since a moment, with the causes told apart. The clock stands at noon of 20 November 2026.</summary>
public sealed partial class ChangesStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Crm = "Cloud CRM Reseller";

    [Fact]
    public async Task WithoutAVisitBefore_ADayIsAskedFor_AndCanBeChosen()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync<ChangesPage>();
        Assert.Equal("This is your first visit", page.Empty);
        Assert.Null((await browser.OpenAsync<OverviewPage>()).Find(".changes"));

        var form = page.Form("main form[method=get]");
        form["since"] = "2026-11-01";
        Assert.Equal("Since 1 Nov 2026, 00:00 UTC", (await form.SubmitAsync<ChangesPage>()).Lead);
    }

    [Fact]
    public async Task WhereNothingChanged_ItSaysSo()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await AddLineAsync(organisation, 60_000, new DateOnly(2026, 3, 1));
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Nothing has changed", (await OpenAsync(organisation.Admin, Portal.Clock.Now.AddMinutes(-1))).Empty);
    }

    [Fact]
    public async Task FactsThatWereEntered_AreToldByWhom_WithWhatTheyDidToTheStanding()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = await AddLineAsync(organisation, 60_000, new DateOnly(2026, 3, 1));
        var since = Portal.Clock.Now;
        await ActAsync(organisation, organisation.Member, db => db.Add(Rows.Line(customer, 45_000, new DateOnly(2026, 11, 2))));
        await ActAsync(organisation, null, db => db.RevenueLines.Single(line => line.Amount == 60_000).Amount = 61_000);

        var page = await OpenAsync(organisation.Admin, since);
        Assert.Equal(["Net new revenue, counted: US$60,000 → US$106,000"], page.Cause(Crm, "Silver", "Your facts"));
        Assert.Empty(page.Cause(Crm, "Silver", "Time alone"));
        Assert.Equal(
            [
                ("Revenue lines edited: 1 · +US$1,000 · by the portal itself", "1 Mar 2026, Northwind, CRM Online, Net new, US$60,000 → US$61,000"),
                ("Revenue lines added: 1 · US$45,000 · by Ben of Fabrikam", "2 Nov 2026, Northwind, CRM Online, Net new, US$45,000"),
            ],
            page.Facts.Select(group => (group.Title, group.Rows.Single())));
        Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync<WebPage>(".fact-group a")).Status);
    }

    [Fact]
    public async Task TimeAlone_MovesTheWindow_AndNamesTheLinesThatLeaveIt()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await AddLineAsync(organisation, 60_000, new DateOnly(2026, 1, 15));
        await AddStaffingAsync(organisation);
        var since = Portal.Clock.Now;
        Portal.Clock.Now = new DateTimeOffset(2027, 1, 15, 8, 0, 0, TimeSpan.Zero);

        var page = await OpenAsync(organisation.Admin, since);
        Assert.Equal(
            ["Net new revenue, counted: US$60,000 → US$0", "15 Jan 2026, Northwind, CRM Online, US$60,000: no longer counts (Outside the window)"],
            page.Cause(Crm, "Silver", "Time alone"));
        Assert.Empty(page.Cause(Crm, "Silver", "Your facts"));
        Assert.Empty(page.Facts);
        Assert.Contains("20 November 2026", page.Find(".page-header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15 January 2027", page.Find(".page-header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeAlone_EndsAnEmployment_AndNamesWhoNoLongerFits()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await AddStaffingAsync(organisation, until: new DateOnly(2026, 11, 20));
        var since = Portal.Clock.Now;
        Portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(
            ["Places filled: 2 of 2 → 1 of 2", "No longer fit: Cleo"],
            (await OpenAsync(organisation.Admin, since)).Cause(Crm, "Silver", "Time alone"));
    }

    [Fact]
    public async Task ARevisionPublishedSince_IsTheRules_AndOneAnnouncedIsNamed()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await AddLineAsync(organisation, 110_000, new DateOnly(2026, 3, 1));
        await AddStaffingAsync(organisation);
        var since = Portal.Clock.Now;
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(120_000, Portal.Clock.Today);
        await PublishAsync(130_000, Portal.Clock.Today.AddMonths(1));

        var page = await OpenAsync(organisation.Admin, since);
        Assert.Equal(["Met", "Not met"], page.Answers(Crm, "Silver"));
        Assert.Equal(["Net new revenue, required: US$100,000 → US$120,000", "With this the tier is: Not met"], page.Cause(Crm, "Silver", "The rules"));
        Assert.Equal(
            [
                "Cloud Customer Relationship Management another revision judges, in force from 20 November 2026",
                "Cloud Customer Relationship Management announced: a revision judges from 20 December 2026",
            ],
            page.Rules);
        Assert.Empty(page.Facts);
    }

    [Fact]
    public async Task AMarketThatStaffSet_IsTheRules()
    {
        var organisation = await Portal.AddOrganisationAsync();
        await AddLineAsync(organisation, 60_000, new DateOnly(2026, 3, 1));
        var since = Portal.Clock.Now;
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        await using (var db = await Portal.Database.OpenAsync(organisation.Id))
        {
            var partner = await db.Partners.SingleAsync(Cancellation);
            (var before, partner.MarketOverride) = (partner.MarketOverride, Market.Developing);
            db.AuditMarket(partner, before, "For the test");
            await db.SaveChangesAsync(Cancellation);
        }

        var page = await OpenAsync(organisation.Admin, since);
        Assert.Equal(["Your organisation’s market: Developed market → Developing market"], page.Rules);
        Assert.Equal(["Net new revenue, required: US$100,000 → US$50,000"], page.Cause(Crm, "Silver", "The rules"));
    }

    [Fact]
    public async Task WhereAnAsOfDateIsChosen_BothAreJudgedOnIt()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = await AddLineAsync(organisation, 60_000, new DateOnly(2017, 10, 1));
        var since = Portal.Clock.Now;
        await ActAsync(organisation, organisation.Admin, db => db.Add(Rows.Line(customer, 10, new DateOnly(2017, 11, 1))));
        var page = await OpenAsync(organisation.Admin, since, "&asOf=2017-12-01");
        Assert.Equal(["Net new revenue, counted: US$60,000 → US$60,010"], page.Cause(Crm, "Silver", "Your facts"));
        Assert.Contains("Both are judged on 1 December 2017", page.Find(".page-header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberWithoutLeave_SeesWhatChanged_AndNoAmount()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = await AddLineAsync(organisation, 12_345, new DateOnly(2026, 1, 15));
        await AddStaffingAsync(organisation);
        var member = Rows.User(organisation.Partner, PortalRole.PartnerMember);
        await Portal.SaveAsync(null, member);
        var since = Portal.Clock.Now;
        await ActAsync(organisation, organisation.Admin, db => db.Add(Rows.Line(customer, 112_345, new DateOnly(2026, 11, 2))));
        Portal.Clock.Now = new DateTimeOffset(2027, 1, 15, 8, 0, 0, TimeSpan.Zero);

        foreach (var page in new[] { await OpenAsync(member, since), await OpenAsync(member, since, "&handler=Summary") })
        {
            Assert.DoesNotMatch(Amount(), page.Document.Source.Text);
            Assert.Contains("Revenue lines added: 1 · by Ana of Fabrikam", page.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(
            ["Net new revenue: Not met → Met", "With this the tier is: Met"], (await OpenAsync(member, since)).Cause(Crm, "Silver", "Your facts"));
    }

    [Fact]
    public async Task TheNextVisit_AsksAboutTheOneBefore_AndTheOverviewTellsItInShort()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = await AddLineAsync(organisation, 60_000, new DateOnly(2026, 3, 1));
        var visit = Portal.Clock.Now;
        await ActAsync(organisation, organisation.Member, db => db.Add(Rows.Line(customer, 45_000, new DateOnly(2026, 11, 2))));
        using var browser = await Portal.SignInAsync(organisation.Admin, previousVisitAt: visit);

        var overview = await browser.OpenAsync<OverviewPage>();
        Assert.Equal("What has changed since your last visit on 20 Nov 2026, 12:00 UTC", overview.Text(".changes h2"));
        Assert.Equal("Since your last visit on 20 Nov 2026, 12:00 UTC", (await browser.OpenAsync<ChangesPage>()).Lead);
        Assert.Single((await overview.FollowAsync<ChangesPage>(".changes a")).Facts);

        var part = await browser.OpenAsync(overview.Find(".changes [hx-get]")!.GetAttribute("hx-get")!);
        Assert.Equal(["No standing changed.", "Revenue lines added: 1 · US$45,000 · by Ben of Fabrikam"], part.Document.QuerySelectorAll("li").Select(one => one.TextContent.Trim()));
        Assert.Null(part.Find("main"));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-31")]
    [InlineData("1999-12-31")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-20T12:00:01Z")]
    [InlineData("2026-11-20 11:00")]
    public async Task AMomentThatCannotBeMeant_IsRefused(string since)
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync($"/changes?since={Uri.EscapeDataString(since)}")).Status);
    }

    private async Task<ChangesPage> OpenAsync(PortalUser user, DateTimeOffset since, string query = "")
    {
        var browser = await Portal.SignInAsync(user);
        return await browser.OpenAsync<ChangesPage>($"?since={since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}{query}");
    }

    /// <summary>An associated customer with one net new line.</summary>
    private async Task<Customer> AddLineAsync(Organisation organisation, decimal amount, DateOnly date)
    {
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer, Rows.Association(customer), Rows.Line(customer, amount, date));
        return customer;
    }

    /// <summary>The people whom Silver of Cloud CRM Reseller asks for; one of them may leave.</summary>
    private Task AddStaffingAsync(Organisation organisation, DateOnly? until = null)
    {
        var bo = Rows.Person(organisation.Partner, "Bo");
        var cleo = Rows.Person(organisation.Partner, "Cleo", until: until);
        return Portal.SaveAsync(
            organisation.Id, bo, cleo,
            Rows.Pass(bo, "MB2-717", new DateOnly(2017, 3, 1)), Rows.Pass(bo, "MB2-715", new DateOnly(2017, 3, 1)), Rows.Pass(cleo, "MB2-716", new DateOnly(2017, 3, 1)));
    }

    /// <summary>Saves what <paramref name="act"/> does with its events, a minute later.</summary>
    private async Task ActAsync(Organisation organisation, PortalUser? actor, Action<Data.PortalDbContext> act)
    {
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        db.ActorId = actor?.Id;
        act(db);
        foreach (var entry in db.ChangeTracker.Entries<IPartnerFact>().ToList())
        {
            db.AuditFact(entry.Entity);
        }

        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Publishes a revision of Cloud CRM that asks Silver for another amount.</summary>
    private async Task PublishAsync(decimal silver, DateOnly effectiveFrom)
    {
        var competency = BuiltInRulebook.Rulebook.Competency("cloud-customer-relationship-management")!;
        var last = competency.History.Revisions[^1];
        var revision = last with
        {
            EffectiveFrom = effectiveFrom,
            PublishedOn = Portal.Clock.Today,
            Options = [.. last.Options.Select(option => option with { Thresholds = [.. option.Thresholds.Select(one => one with { Silver = new MarketAmounts(silver, 50_000) })] })],
        };
        await Portal.SaveAsync(null, Data.Rules.PublishedRevision.ToRow(competency.Code, revision, Portal.Clock.Now, "For the test", Guid.CreateVersion7()));
    }

    [GeneratedRegex(@"US\$\s?\d|\d\s?US\$|12,345|12345")]
    private static partial Regex Amount();
}
