using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Programme;

public sealed class MarketStories(PostgreSqlFixture server) : PortalTest(server)
{
    private readonly Partner _partner = Rows.Partner("Fabrikam", country: "FR");

    [Fact]
    public async Task ClassifyingACountryDeterminesItsPartners()
    {
        var country = await OpenFranceAsync();
        Assert.Equal("Not classified by country", Assert.Single(country.Partners)[^"Not classified by country".Length..]);

        var classified = await (await country.OpenClassificationAsync()).SaveAsync("Developing", from: "2026-07-01");

        Assert.Equal("France: Developing market from 1 July 2026.", classified.Message);
        Assert.Equal(["1 Jul 2026 Developing market In force List of the programme"], classified.Classifications);
        Assert.EndsWith("Developing market by country", Assert.Single(classified.Partners), StringComparison.Ordinal);
        Assert.Null(await MarketOnAsync("2026-06-30"));
        Assert.Equal(Market.Developing, await MarketOnAsync("2026-07-01"));
    }

    [Fact]
    public async Task AClassificationHoldsUntilTheDayBeforeTheNext()
    {
        await ClassifyAsync("Developing", "2026-07-01");
        var country = await ClassifyAsync("Developed", "2027-07-01");

        Assert.Equal(
            ["1 Jul 2027 Developed market Announced List of the programme", "1 Jul 2026 30 Jun 2027 Developing market In force List of the programme"],
            country.Classifications);
        Assert.Equal(Market.Developing, await MarketOnAsync("2027-06-30"));
        Assert.Equal(Market.Developed, await MarketOnAsync("2027-07-01"));
    }

    [Fact]
    public async Task CannotClassifyACountryTwiceFromOneDay()
    {
        await ClassifyAsync("Developing", "2026-07-01");

        var refused = await ClassifyAsync("Developed", "2026-07-01");

        Assert.Equal("France is already classified from 1 July 2026. Choose another day, or correct that entry.", refused.ErrorOf("Input.EffectiveFrom"));
        Assert.Equal(Market.Developing, await MarketOnAsync("2026-07-01"));
    }

    [Fact]
    public async Task SaysWhatAClassificationLacks()
    {
        var form = await (await OpenFranceAsync()).OpenClassificationAsync();

        var refused = await form.SaveAsync(market: null, reason: " ", from: "");

        Assert.Equal(
            ["Enter the first day on which this holds.", "Enter the reason.", "Choose a market, or that the country is not classified."],
            refused.Errors);
    }

    [Fact]
    public async Task AWrongClassificationCanBeCorrectedOrRemoved_AndTheTrailKeepsIt()
    {
        await ClassifyAsync("Developing", "2026-07-01");

        var corrected = await (await (await OpenFranceAsync()).OpenCorrectionAsync()).SaveAsync("Developed", "Misread the list");
        Assert.Equal("The entry of 1 July 2026 for France is corrected.", corrected.Message);
        Assert.Equal(Market.Developed, await MarketOnAsync("2026-07-01"));

        var removed = await (await corrected.OpenCorrectionAsync()).RemoveAsync();
        Assert.Equal("The entry of 1 July 2026 for France is removed.", removed.Message);
        Assert.Null(await MarketOnAsync("2026-07-01"));

        await using var db = await Portal.Database.OpenAsync();
        Assert.Equal(
            ["Developing: List of the programme", "Developing → Developed: Misread the list", "Developed: Misread the list"],
            await db.AuditEvents.Where(one => one.EntityType == nameof(CountryMarket) && one.EntityId == "FR 2026-07-01")
                .OrderBy(one => one.OccurredAt).ThenBy(one => one.Id).Select(one => one.Details).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task TwoWhoCorrectOneClassificationSeeEachOther()
    {
        await ClassifyAsync("Developing", "2026-07-01");
        var mine = await (await OpenFranceAsync()).OpenCorrectionAsync();
        await (await (await OpenFranceAsync()).OpenCorrectionAsync()).SaveAsync("NotClassified", "Their reason");

        var conflict = await mine.SaveAsync("Developed", "My reason");

        Assert.Equal(
            "Somebody changed this entry while you were editing it. It now says: Not classified – “Their reason”. Save again to put yours in its place, or cancel. It was changed by ProgrammeEditor on 20 Nov 2026, 12:00 UTC.",
            Assert.Single(conflict.Errors));
        Assert.Equal(("Developed", "My reason"), (conflict.Form()["Input.Market"], conflict.Form()["Input.Reason"]));
        Assert.Contains("corrected", (await conflict.Form().SubmitAsync<CountryPage>()).Message, StringComparison.Ordinal);
        Assert.Equal(Market.Developed, await MarketOnAsync("2026-07-01"));
    }

    [Fact]
    public async Task CannotRemoveAClassificationOtherThanTheOneRead()
    {
        await ClassifyAsync("Developing", "2026-07-01");
        var mine = await (await OpenFranceAsync()).OpenCorrectionAsync();
        await (await (await OpenFranceAsync()).OpenCorrectionAsync()).SaveAsync("Developed", "Their reason");

        var refused = await mine.RemoveAsync();

        Assert.Contains("Their reason", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(Market.Developed, await MarketOnAsync("2026-07-01"));
    }

    [Fact]
    public async Task TwoWhoSetOneMarketSeeEachOther()
    {
        var mine = await (await OpenFranceAsync()).OpenOverrideAsync();
        await (await (await OpenFranceAsync()).OpenOverrideAsync()).SaveAsync("Developing", "Their reason");

        var conflict = await mine.SaveAsync("Developed", "My reason");

        Assert.Contains("Developing", Assert.Single(conflict.Errors), StringComparison.Ordinal);
        Assert.Equal(Market.Developing, await MarketOnAsync("2026-07-01"));
        Assert.Contains("is set", (await conflict.SaveAsync("Developed", "My reason")).Message, StringComparison.Ordinal);
        Assert.Equal(Market.Developed, await MarketOnAsync("2026-07-01"));
    }

    [Fact]
    public async Task AMarketSetForOnePartnerHoldsWhateverItsCountryIs()
    {
        await ClassifyAsync("Developing", "2026-07-01");

        var set = await (await (await OpenFranceAsync()).OpenOverrideAsync()).SaveAsync("Developed");
        Assert.Equal("The market of Fabrikam is set: Developed market.", set.Message);
        Assert.EndsWith("Developed market set by staff", Assert.Single(set.Partners), StringComparison.Ordinal);
        Assert.Equal(Market.Developed, await MarketOnAsync("2026-07-01"));

        var cleared = await (await set.OpenOverrideAsync()).SaveAsync("");
        Assert.Equal("The market of Fabrikam follows its country again.", cleared.Message);
        Assert.Equal(Market.Developing, await MarketOnAsync("2026-07-01"));

        await using var db = await Portal.Database.OpenAsync();
        Assert.Equal(
            ["ByCountry → Developed: List of the programme", "Developed → ByCountry: List of the programme"],
            await db.AuditEvents.Where(one => one.PartnerId == _partner.Id && one.Action == "Partner.MarketSet")
                .OrderBy(one => one.OccurredAt).ThenBy(one => one.Id).Select(one => one.Details).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListsTheCountriesThatWaitForAMarket()
    {
        await OpenFranceAsync();
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());

        var programme = await browser.OpenAsync("/program");
        var waiting = await programme.FollowAsync<WebPage>("a[href*='NotClassified']");

        Assert.Contains("1 country with partners is not classified", programme.Text("main"), StringComparison.Ordinal);
        Assert.Equal("France FR", Assert.Single(waiting.Document.QuerySelectorAll("tbody th")).TextContent.Trim());
        Assert.Contains("1 country", waiting.Text(".list-sums"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesCountriesInTheReadersLanguage_AndExportsThemAlikeInEach()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync(), "ru");

        var page = await browser.OpenAsync("/program/markets?search=франц");
        using var csv = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/program/markets?search=FR&handler=Export"));

        Assert.Equal(4, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("country,name,market,since,partners\r\nFR,Франция,,,0\r\n", (await csv.Content.ReadAsStringAsync(Cancellation)).TrimStart('\ufeff'));
    }

    [Theory]
    [InlineData("/program/markets/QQ")]
    [InlineData("/program/markets/FR/2026-07-01")]
    [InlineData("/program/partners/NOBODY/market")]
    [InlineData("/program/rulebook/no-such-competency")]
    [InlineData("/program/rulebook/cloud-customer-relationship-management/2017-07-08")]
    [InlineData("/program/rulebook/cloud-customer-relationship-management/revise?basis=2017-07-08")]
    public async Task WhatIsNotThere_IsNotFound(string address)
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(address)).Status);
    }

    private async Task<CountryPage> OpenFranceAsync()
    {
        await using (var db = await Portal.Database.OpenAsync())
        {
            if (!await db.Partners.AnyAsync(partner => partner.Id == _partner.Id, Cancellation))
            {
                await Portal.SaveAsync(null, _partner);
            }
        }

        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync(PortalRole.ProgrammeEditor));
        return await browser.OpenAsync<CountryPage>(new Uri(Browser.Home, "/program/markets/FR"));
    }

    private async Task<CountryPage> ClassifyAsync(string market, string from) =>
        await (await (await OpenFranceAsync()).OpenClassificationAsync()).SaveAsync(market, from: from);

    /// <summary>The market by which the organisation is judged on a day.</summary>
    private async Task<Market?> MarketOnAsync(string day)
    {
        await using var db = await Portal.Database.OpenAsync(_partner.Id);
        var loaded = await new PartnerEvidenceQuery(db).LoadAsync(_partner.Id, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), BuiltInRulebook.Rulebook.Credentials, Cancellation);
        return loaded.Evidence.Market;
    }
}
