using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Programme;

public sealed class ThresholdStories(PostgreSqlFixture server) : PortalTest(server)
{
    private static readonly (Tier, Market, string) Silver120 = (Tier.Silver, Market.Developed, "120,000.50");

    [Theory]
    [InlineData("2026-11-19", false)]
    [InlineData("2026-11-20", true)]
    public async Task CannotBackdateARevision(string from, bool isAccepted)
    {
        var browser = await SignInAsync(PortalRole.ProgrammeEditor);

        var page = await (await browser.OpenAsync<RevisePage>()).SaveAsync<RevisePage>(from, amounts: Silver120);

        Assert.Equal(
            isAccepted ? null : "A revision cannot take effect before the day of its publication. Choose today, 20 November 2026, or a later day.",
            page.ErrorOf("Input.EffectiveFrom"));
        Assert.Equal(!isAccepted, page.Title.StartsWith("Error: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CannotPublishADraftWhoseDayHasPassed()
    {
        Portal.Clock.Now = new DateTimeOffset(2026, 11, 20, 23, 59, 0, TimeSpan.Zero);
        var publication = await (await DraftAsync(await SignInAsync(), "2026-11-20")).OpenPublicationAsync();
        Portal.Clock.Advance(TimeSpan.FromMinutes(1));

        var refused = await publication.ConfirmAsync();

        Assert.Equal("This draft would take effect on 20 November 2026, before today. Edit the draft and choose today or a later day.", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task ADraftShowsItsDifferenceAndJudgesNobody()
    {
        var browser = await SignInAsync();
        var draft = await (await browser.OpenAsync<RevisePage>()).SaveAsync<DraftPage>(
            "2027-07-01", amounts: [Silver120, (Tier.Gold, Market.Developing, ""), (Tier.Gold, Market.Developed, "300,000")]);

        Assert.Equal(
            ["Silver · Developed market 100,000.00 120,000.50 raised", "Gold · Developing market 150,000.00 not stated no longer stated"],
            draft.Changes);
        Assert.Equal("2017-11-16", await InForceAsync(browser, "2027-07-01"));
    }

    [Fact]
    public async Task CanPublishANewThreshold_AndThePartnersStandingFollows()
    {
        var partner = await Portal.SignInAsync((await AddSilverPartnerAsync()).Admin);
        Assert.Equal("Met", await SilverAsync(partner, "2027-07-01"));

        var publication = await (await DraftAsync(await SignInAsync(), "2027-07-01")).OpenPublicationAsync();
        Assert.Equal("Met", await SilverAsync(partner, "2027-07-01"));
        await publication.ConfirmAsync();

        Assert.Equal("Met", await SilverAsync(partner, "2027-06-30"));
        Assert.Equal("Not met", await SilverAsync(partner, "2027-07-01"));
    }

    [Fact]
    public async Task APublishedRevisionSaysWhoPublishedItWhenAndWhy()
    {
        var browser = await SignInAsync();

        var published = await (await (await DraftAsync(browser, "2027-07-01")).OpenPublicationAsync()).ConfirmAsync();

        Assert.Equal("Published: from 1 July 2027 on this revision judges.", published.Message);
        Assert.Contains("Published on 20 November 2026 – ProgrammeAdmin Reason The programme year asks for more Source Partner guide", published.Text("dl"), StringComparison.Ordinal);
        Assert.Equal("2017-11-16", await InForceAsync(browser, "2027-06-30"));
        Assert.Equal("2027-07-01", await InForceAsync(browser, "2027-07-01"));
        await using var db = await Portal.Database.OpenAsync();
        var row = await db.RuleRevisions.SingleAsync(row => row.EffectiveFrom == new DateOnly(2027, 7, 1), Cancellation);
        Assert.Equal((new DateOnly(2026, 11, 20), "The programme year asks for more", "Partner guide"), (row.PublishedOn, row.Reason, row.Source));
        Assert.Equal(
            ["RuleDraft.Created", "RuleRevision.Published"],
            await db.AuditEvents.Where(one => one.ActorId == row.PublishedBy && one.EntityType != nameof(PortalUser)).OrderBy(one => one.OccurredAt).ThenBy(one => one.Id)
                .Select(one => one.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task EveryNodeJudgesByAPublishedRevisionOnItsNextRequest()
    {
        await using var other = Portal.StartAnotherNode();
        var here = await SignInAsync();
        var there = await other.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal("2017-11-16", await InForceAsync(there, "2027-07-01"));

        await (await (await DraftAsync(here, "2027-07-01")).OpenPublicationAsync()).ConfirmAsync();

        Assert.Equal("2027-07-01", await InForceAsync(there, "2027-07-01"));
    }

    [Fact]
    public async Task CannotEditAPublishedRevision()
    {
        var browser = await SignInAsync();
        var draft = await DraftAsync(browser, "2027-07-01");
        var editing = await draft.EditAsync();
        var deleting = await draft.OpenDeletionAsync();
        await (await draft.OpenPublicationAsync()).ConfirmAsync();

        var saved = await editing.SaveAsync<RevisePage>(amounts: (Tier.Silver, Market.Developed, "1"));
        var deleted = await deleting.ConfirmAsync();

        Assert.StartsWith("This draft was published or deleted while you were editing it. A published revision cannot be changed.", Assert.Single(saved.Errors), StringComparison.Ordinal);
        Assert.Equal("1", saved.Amount(Tier.Silver, Market.Developed));
        Assert.StartsWith("This draft is no longer there", deleted.Text(".note"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(draft.Location)).Status);
        Assert.Equal("2027-07-01", await InForceAsync(browser, "2027-07-01"));
    }

    [Fact]
    public async Task WhatWasTypedIntoAVanishedDraft_CanBeSavedAsANewOne()
    {
        var browser = await SignInAsync();
        var draft = await DraftAsync(browser, "2027-07-01");
        var editing = await draft.EditAsync();
        await (await draft.OpenDeletionAsync()).ConfirmAsync();

        var refused = await editing.SaveAsync<RevisePage>(amounts: (Tier.Silver, Market.Developed, "130,000"));
        var saved = await refused.Form().SubmitAsync<DraftPage>();

        Assert.Equal(["Silver · Developed market 100,000.00 130,000.00 raised"], saved.Changes);
        Assert.NotEqual(draft.Location, saved.Location);
    }

    [Fact]
    public async Task TwoEditorsSeeEachOther()
    {
        var first = await SignInAsync(PortalRole.ProgrammeEditor);
        var second = await SignInAsync();
        var draft = await DraftAsync(first, "2027-07-01");
        var mine = await draft.EditAsync();
        var theirs = await (await second.OpenAsync<DraftPage>(new Uri(Browser.Home, draft.Location))).EditAsync();
        await theirs.SaveAsync<DraftPage>(reason: "Their reason", amounts: (Tier.Gold, Market.Developed, "310,000"));

        var conflict = await mine.SaveAsync<RevisePage>(amounts: (Tier.Gold, Market.Developed, "320,000"));

        Assert.StartsWith("ProgrammeAdmin saved this draft while you were editing it.", conflict.Errors[0], StringComparison.Ordinal);
        Assert.Equal("Cloud CRM Reseller · Gold · Developed market – saved meanwhile: US$310,000", conflict.ErrorOf("Input.Amounts_2__Amount"));
        Assert.Equal("Reason – saved meanwhile: Their reason", conflict.ErrorOf("Input.Reason"));
        Assert.Null(conflict.ErrorOf("Input.Source"));
        Assert.Equal("320,000", conflict.Amount(Tier.Gold, Market.Developed));

        var kept = await conflict.Form().SubmitAsync<DraftPage>();
        Assert.Contains("Gold · Developed market 300,000.00 320,000.00 raised", kept.Changes);
    }

    [Fact]
    public async Task CannotPublishADraftOtherThanTheOneRead()
    {
        var browser = await SignInAsync();
        var draft = await DraftAsync(browser, "2027-07-01");
        var publication = await draft.OpenPublicationAsync();
        await (await draft.EditAsync()).SaveAsync<DraftPage>(amounts: (Tier.Gold, Market.Developed, "310,000"));

        var refused = await publication.ConfirmAsync();

        Assert.StartsWith("Somebody changed this draft since you read it.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(2, refused.Changes.Count);
        Assert.StartsWith("Published", (await refused.ConfirmAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CannotDeleteADraftOtherThanTheOneRead()
    {
        var browser = await SignInAsync();
        var draft = await DraftAsync(browser, "2027-07-01");
        var deletion = await browser.OpenAsync($"{draft.Location}/delete");
        await (await draft.EditAsync()).SaveAsync<DraftPage>(amounts: (Tier.Gold, Market.Developed, "310,000"));

        var refused = await deletion.Form().SubmitAsync<WebPage>();

        Assert.Single(refused.Errors);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(draft.Location)).Status);
        Assert.Null((await refused.Form().SubmitAsync<WebPage>()).Find(".error-summary"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(draft.Location)).Status);
    }

    [Fact]
    public async Task CannotChangeACompetencyTwiceOnOneDay()
    {
        var browser = await SignInAsync();
        var draft = await DraftAsync(browser, "2027-07-01");

        var drafted = await (await browser.OpenAsync<RevisePage>()).SaveAsync<RevisePage>("2027-07-01", amounts: Silver120);
        Assert.Equal("Cloud Customer Relationship Management already changes on 1 July 2027; choose a later date or edit that draft.", drafted.ErrorOf("Input.EffectiveFrom"));

        await (await draft.OpenPublicationAsync()).ConfirmAsync();
        var published = await (await browser.OpenAsync<RevisePage>()).SaveAsync<RevisePage>("2027-07-01", amounts: Silver120);
        Assert.StartsWith("Cloud Customer Relationship Management already changes on 1 July 2027 by a published revision", published.ErrorOf("Input.EffectiveFrom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CannotPublishADraftThatChangesNothing()
    {
        var browser = await SignInAsync();
        var draft = await (await browser.OpenAsync<RevisePage>()).SaveAsync<DraftPage>("2027-07-01");

        var refused = await (await draft.OpenPublicationAsync()).ConfirmAsync();

        Assert.StartsWith("This draft requires exactly what the revision before it requires", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaysWhatIsWrongWithEveryFieldAtOnce_AndKeepsWhatWasTyped()
    {
        var browser = await SignInAsync();

        var page = await (await browser.OpenAsync<RevisePage>()).SaveAsync<RevisePage>(
            "", reason: "", source: "", amounts: [(Tier.Silver, Market.Developed, "-1"), (Tier.Silver, Market.Developing, "0.001"), (Tier.Gold, Market.Developed, "much")]);

        Assert.Equal(6, page.Errors.Count);
        Assert.Equal(("-1", "0.001", "much"), (page.Amount(Tier.Silver, Market.Developed), page.Amount(Tier.Silver, Market.Developing), page.Amount(Tier.Gold, Market.Developed)));
    }

    [Theory]
    [InlineData("fr", "120 000,50")]
    [InlineData("ru", "120 000,50")]
    [InlineData("zh-Hant", "120,000.50")]
    public async Task ReadsAmountsAsTheReaderWritesThem(string language, string amount)
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync(), language);

        var draft = await (await browser.OpenAsync<RevisePage>()).SaveAsync<DraftPage>("2027-07-01", amounts: (Tier.Silver, Market.Developed, amount));
        var editing = await draft.EditAsync();

        Assert.Single(draft.Changes);
        Assert.Equal(amount.TrimEnd('0'), editing.Amount(Tier.Silver, Market.Developed)!.Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Fact]
    public async Task WarnsThatGoldAsksForLessThanSilver()
    {
        var browser = await SignInAsync();

        var draft = await (await browser.OpenAsync<RevisePage>()).SaveAsync<DraftPage>("2027-07-01", amounts: (Tier.Gold, Market.Developed, "99,999.99"));

        Assert.Contains("Gold asks for less than Silver (Developed market)", draft.Text(".note"), StringComparison.Ordinal);
    }

    private async Task<Browser> SignInAsync(PortalRole role = PortalRole.ProgrammeAdmin) => await Portal.SignInAsync(await Portal.AddStaffAsync(role));

    /// <summary>A draft that raises Silver in developed markets.</summary>
    private static async Task<DraftPage> DraftAsync(Browser browser, string from) =>
        await (await browser.OpenAsync<RevisePage>()).SaveAsync<DraftPage>(from, amounts: Silver120);

    /// <summary>An organisation with US$110,000 of revenue that counts, and the people that Silver of Cloud CRM asks for.</summary>
    private async Task<Organisation> AddSilverPartnerAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        var (first, other) = (Rows.Person(organisation.Partner, "Ana"), Rows.Person(organisation.Partner, "Ben"));
        await Portal.SaveAsync(
            organisation.Id,
            customer, Rows.Association(customer), Rows.Line(customer, 110_000m, new DateOnly(2026, 9, 1)),
            first, Rows.Pass(first, "MB2-714"), Rows.Pass(first, "MB2-710"), other, Rows.Pass(other, "MB2-712"));
        return organisation;
    }

    /// <summary>The standing of Silver that an organisation sees for a day.</summary>
    private static async Task<string> SilverAsync(Browser browser, string asOf) =>
        (await browser.OpenAsync($"/options/cloud-customer-relationship-management/cloud-crm-reseller?asOf={asOf}")).Text("#summary-Silver .status");

    /// <summary>The day from which the revision judges that is in force on <paramref name="day"/>, as the rulebook's page shows it.</summary>
    private static async Task<string?> InForceAsync(Browser browser, string day)
    {
        var page = await browser.OpenAsync($"/program/rulebook/cloud-customer-relationship-management?asOf={day}");
        return page.Document.QuerySelectorAll("#revisions ~ div tbody tr").Single(row => row.QuerySelector(".status-in-force") is not null)
            .QuerySelector("time")!.GetAttribute("datetime");
    }
}
