using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.People;

/// <summary>What depends on each person: Fabrikam attains Gold of Cloud CRM Reseller, and nothing else.</summary>
public sealed class OutlookStories(PostgreSqlFixture server) : PortalTest(server)
{
    private static readonly string[] First = ["MB2-717", "MB2-715"];

    [Fact]
    public async Task TheList_SaysWhatEachLeaverWouldCost_AndPutsTheCostliestFirst()
    {
        var (organisation, _) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);

        var list = await browser.OpenAsync<PeoplePage>("?sort=-cost");
        var turned = await browser.OpenAsync<PeoplePage>("?sort=cost");

        Assert.Equal(["Ana", "Ben", "Cleo", "Dora", "Eve"], list.People.Select(person => person[0]));
        Assert.Equal("Cloud CRM Reseller: from Gold to Silver", list.People[0][7]);
        Assert.Equal("Nothing", list.People[4][7]);
        Assert.Equal(["Eve", "Ana", "Ben", "Cleo", "Dora"], turned.People.Select(person => person[0]));
    }

    [Fact]
    public async Task ThePersonsPage_SaysInASentenceWhichTierWouldFall_AndForWantOfWhom()
    {
        var (organisation, people) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Member);

        var cleo = await browser.OpenAsync($"/people/{people["Cleo"].Id}");
        var dora = await browser.OpenAsync($"/people/{people["Dora"].Id}");
        var eve = await browser.OpenAsync($"/people/{people["Eve"].Id}");

        Assert.Equal("If Cleo left today", cleo.Text("#leaving"));
        Assert.Contains("Cloud CRM Reseller would fall from Gold to Silver: group 2 would have 1 of 2 places filled.", cleo.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Cloud CRM Reseller would fall from Gold to Silver", dora.Text("main"), StringComparison.Ordinal);
        Assert.Contains("No standing would change", eve.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnADayWithoutThePerson_NothingIsSaidToDependOnThem()
    {
        var (organisation, people) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Member);

        var eve = await browser.OpenAsync($"/people/{people["Eve"].Id}?asOf=2026-01-01");

        Assert.Equal("If Eve left on 1 January 2026", eve.Text("#leaving"));
        Assert.Contains("Eve is not employed on 1 January 2026, so nothing depends on it.", eve.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NearMisses_AreTold_OnTheListAndOnThePersonsPage()
    {
        var (organisation, people) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Member);

        var list = await browser.OpenAsync<PeoplePage>("?search=Eve");
        var page = await browser.OpenAsync($"/people/{people["Eve"].Id}");

        Assert.Equal("Enterprise Customer Engagement: lacks MB2-716 and one of MB2-717, MB2-718 and 3 more", list.People[0][6]);
        Assert.Contains(
            "Cloud CRM Reseller Gold, group 1 Lacks one of MB2-714, MB2-713, MB2-709, MB2-717, MB2-718, MB2-877 2 of 2",
            page.Text("main"), StringComparison.Ordinal);
    }

    private async Task<(Organisation Organisation, Dictionary<string, Person> People)> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        Dictionary<string, (string[] Codes, DateOnly? From)> holdings = new()
        {
            ["Ana"] = (First, null),
            ["Ben"] = (First, null),
            ["Cleo"] = (["MB2-712"], null),
            ["Dora"] = (["MB2-707"], null),
            ["Eve"] = (["MB2-715"], new DateOnly(2026, 6, 1)),
        };
        var people = holdings.ToDictionary(one => one.Key, one => Rows.Person(organisation.Partner, one.Key, from: one.Value.From));
        await Portal.SaveAsync(
            organisation.Id,
            [
                customer, Rows.Association(customer), Rows.Line(customer, 300_000m), .. people.Values,
                .. holdings.SelectMany(one => one.Value.Codes.Select(code => Rows.Pass(people[one.Key], code))),
            ]);
        return (organisation, people);
    }
}
