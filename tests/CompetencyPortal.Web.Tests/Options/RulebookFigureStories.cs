using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Options;

/// <summary>What the portal says on days of 2017 is what the requirement pages of those days say: every amount, every number of people, every exam.</summary>
public sealed class RulebookFigureStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string NetNew = "Net new revenue";
    private const string Revenue = "Revenue, new or existing";
    private const string OfNetNew = "of net new revenue.";
    private const string OfRevenue = "of revenue, new or existing.";

    [Fact]
    public async Task OnTheRevisionOfJune_DevelopingMarketsAreNotStated()
    {
        await SaysAsync("2017-06-30", OptionPage.CustomerEngagement, NetNew, OfNetNew, ("100,000", "300,000"), null);
        await SaysAsync("2017-06-30", OptionPage.Operations, Revenue, OfRevenue, ("100,000", "300,000"), null);
        await SaysAsync("2017-06-30", OptionPage.Operations, NetNew, OfNetNew, ("25,000", "75,000"), null);
        await AsksForPeopleAsync("2017-06-30", OptionPage.CustomerEngagement, ["5 people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718"], ["15 people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718"]);
        await AsksForPeopleAsync("2017-06-30", OptionPage.Operations, ["5 people, each holding MB6-893, MB6-892, MB6-890 and 70-764"], ["15 people, each holding MB6-893, MB6-892, MB6-890 and 70-764"]);
    }

    [Theory]
    [InlineData("2017-07-10")]
    [InlineData("2017-11-20")]
    public async Task OnTheRevisionOfJuly_EveryAmountIsStated(string day)
    {
        await SaysAsync(day, OptionPage.CustomerEngagement, NetNew, OfNetNew, ("100,000", "300,000"), ("50,000", "150,000"));
        await SaysAsync(day, OptionPage.Operations, Revenue, OfRevenue, ("100,000", "300,000"), ("50,000", "150,000"));
        await SaysAsync(day, OptionPage.Operations, NetNew, OfNetNew, ("25,000", "75,000"), ("12,000", "37,000"));
        await SaysAsync(day, OptionPage.CrmReseller, NetNew, OfNetNew, ("100,000", "300,000"), ("50,000", "150,000"));
        await AsksForPeopleAsync(day, OptionPage.CustomerEngagement, ["5 people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718"], ["15 people, each holding MB2-715, MB2-716 and one of MB2-717, MB2-718"]);
        await AsksForPeopleAsync(day, OptionPage.Operations, ["5 people, each holding MB6-893, MB6-892, MB6-890 and 70-764"], ["15 people, each holding MB6-893, MB6-892, MB6-890 and 70-764"]);
    }

    [Theory]
    [InlineData("2017-07-10", "one of MB2-714, MB2-713, MB2-709; and one of MB2-710, MB2-706", "one of MB2-712, MB2-707")]
    [InlineData(
        "2017-11-20",
        "one of MB2-714, MB2-713, MB2-709, MB2-717, MB2-718, MB2-877; and one of MB2-710, MB2-706, MB2-715",
        "one of MB2-712, MB2-707, MB2-716")]
    public Task TheResellersTwoGroups_AreDifferentPeople(string day, string first, string other) => AsksForPeopleAsync(
        day,
        OptionPage.CrmReseller,
        ["2 different people, nobody counted twice:", $"1 person holding {first}", $"1 person holding {other}"],
        ["4 different people, nobody counted twice:", $"2 people, each holding {first}", $"2 people, each holding {other}"]);

    [Theory]
    [InlineData(OptionPage.CustomerEngagement, NetNew, "the product is one of Dynamics 365 Customer Engagement Plan, Dynamics 365 Enterprise Plan 2;")]
    [InlineData(OptionPage.Operations, Revenue, "the product is one of Dynamics 365 Enterprise Plan 2, Dynamics 365 Operations SKU, AX 2012 on-premises;")]
    [InlineData(OptionPage.Operations, NetNew, "the product is one of Dynamics 365 Enterprise Plan 2, Dynamics 365 Operations SKU;")]
    [InlineData(OptionPage.CrmReseller, NetNew, "the product is one of CRM Online, Dynamics 365 Customer Engagement Plan;")]
    public async Task WhatCounts_IsSaidConditionByCondition(string option, string section, string products)
    {
        var page = await OpenAsync("2017-11-20", option, Market.Developed);
        Assert.Equal(
            [
                products,
                .. section is NetNew ? ["it is net new business, not existing business;"] : Array.Empty<string>(),
                "its day lies between 21 November 2016 and 20 November 2017, both included: the trailing twelve months;",
                "the customer is associated with you as Digital Partner of Record (DPOR) on 20 November 2017, the as-of date.",
            ],
            page.Conditions(section));
    }

    private async Task SaysAsync(
        string day, string option, string section, string kind, (string Silver, string Gold) developed, (string Silver, string Gold)? developing)
    {
        var page = await OpenAsync(day, option, Market.Developed);
        Assert.Equal($"Silver asks for at least US${developed.Silver} {kind}", page.Asks(section, "Silver")[0]);
        Assert.Equal($"Gold asks for at least US${developed.Gold} {kind}", page.Asks(section, "Gold")[0]);

        page = await OpenAsync(day, option, Market.Developing);
        const string NotStated =
            "Undetermined: the revision states no amount for developing markets. Ask programme staff which amount applies to you; a later revision may state it.";
        Assert.Equal(developing is { } silver ? $"Silver asks for at least US${silver.Silver} {kind}" : NotStated, page.Asks(section, "Silver")[0]);
        Assert.Equal(developing is { } gold ? $"Gold asks for at least US${gold.Gold} {kind}" : NotStated, page.Asks(section, "Gold")[0]);
    }

    private async Task AsksForPeopleAsync(string day, string option, string[] silver, string[] gold)
    {
        var page = await OpenAsync(day, option, Market.Developed);
        Assert.Equal(silver, page.Asks("People", "Silver").Select(text => text.Replace("Silver asks for ", "").TrimEnd('.')));
        Assert.Equal(gold, page.Asks("People", "Gold").Select(text => text.Replace("Gold asks for ", "").TrimEnd('.')));
    }

    private async Task<OptionPage> OpenAsync(string day, string option, Market market)
    {
        var partner = Rows.Partner(market: market);
        var admin = Rows.User(partner);
        await Portal.SaveAsync(null, partner, admin);
        var browser = await Portal.SignInAsync(admin);
        return await browser.OpenAsync<OptionPage>(new Uri(Browser.Home, $"{option}?asOf={day}"));
    }
}
