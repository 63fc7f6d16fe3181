using System.Net;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Programme;

namespace CompetencyPortal.Web.Tests.Exports;

/// <summary>An organisation takes away all that the portal keeps of it.</summary>
public sealed class ArchiveStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task AnAdminTakesEverythingAway_CustomersWithoutRevenueToo()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var (customer, ana) = (Rows.Customer(organisation.Partner, "Northwind", code: "n-1"), Rows.Person(organisation.Partner, email: "ana@fabrikam.example"));
        await Portal.SaveAsync(
            organisation.Id, customer, ana, Rows.Association(customer), Rows.Customer(organisation.Partner, "Tailspin"),
            Rows.Line(customer, -12.5m, reference: "inv 1"), Rows.Pass(ana));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var page = await browser.OpenAsync("/organisation");
        Assert.Equal("/organisation?handler=Archive", page.Find("[aria-labelledby=archive] a")?.GetAttribute("href"));

        var archive = await Archive.OpenAsync(browser);

        Assert.Equal("organisation-2026-11-20.zip", archive.Name);
        Assert.Equal(["customers.csv", "revenue.csv", "people.csv", "evidence.json", "rulebook.json", "standing.json"], archive.Files.Keys);
        Assert.Equal("customerCode,customer,association,from,until\r\nN-1,Northwind,digitalPartnerOfRecord,,\r\n,Tailspin,,,\r\n", archive.Files["customers.csv"].TrimStart('\ufeff'));
        Assert.Equal(
            "reference,customer,customerCode,product,date,amount,netNew\r\nINV 1,Northwind,N-1,crm-online,2026-11-01,-12.50,true\r\n",
            archive.Files["revenue.csv"].TrimStart('\ufeff'));
        Assert.Equal("name,email,from,until,credential,passedOn\r\nAna,ana@fabrikam.example,,,MB2-715,2026-03-01\r\n", archive.Files["people.csv"].TrimStart('\ufeff'));
        var evidence = JsonNode.Parse(archive.Files["evidence.json"])!;
        Assert.Equal(("Fabrikam", "developed", "2026-11-20"), ((string?)evidence["partner"]!["name"], (string?)evidence["partner"]!["market"], (string?)evidence["asOf"]));
        Assert.Equal(["Northwind", "Tailspin"], evidence["customers"]!.AsArray().Select(one => (string?)one!["name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatWasTakenAwayIsJudgedAlike_ByRandomFactsAndAPublishedRule()
    {
        var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var draft = await (await staff.OpenAsync<RevisePage>()).SaveAsync<DraftPage>("2026-11-20", amounts: (Tier.Silver, Market.Developed, "40,000"));
        await (await draft.OpenPublicationAsync()).ConfirmAsync();
        var archives = new List<Archive>();
        await Dice.PlayAsync(12, async dice => archives.Add(await Archive.OpenAsync(await Portal.SignInAsync((await AddAsync(dice)).Admin))));

        await AssertJudgedAlikeAsync(archives);
        Assert.Contains(archives, archive => archive.Files["standing.json"].Contains("\"attained\": \"silver\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMemberTakesOnlyTheListOfPeople()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var browser = await Portal.SignInAsync(organisation.Member);

        Assert.Null((await browser.OpenAsync("/organisation")).Find("[aria-labelledby=archive]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/organisation?handler=Archive")).Status);
        var members = await Download.OpenAsync(browser, "/organisation?handler=Export");
        Assert.Equal("members-2026-11-20.csv", members.Name);
        Assert.Equal(
            ["name,email,role,seesAmounts", $"Ana of Fabrikam,{organisation.Admin.Email},partnerAdmin,true", $"Ben of Fabrikam,{organisation.Member.Email},partnerMember,true"],
            members.Lines);
    }

    [Fact]
    public async Task StaffTakeTheListsOfPeopleAway()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var admin = await Portal.AddStaffAsync();
        var browser = await Portal.SignInAsync(admin);

        Assert.Equal(["name,email,role,seesAmounts", $"ProgrammeAdmin,{admin.Email},programmeAdmin,"], (await Download.OpenAsync(browser, "/program/staff?handler=Export")).Lines);
        Assert.Equal(3, (await Download.OpenAsync(browser, $"/program/partners/{organisation.Partner.PartnerNumber}?handler=Export")).Lines.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/program/partners/none?handler=Export")).Status);
    }

    internal static async Task AssertJudgedAlikeAsync(IReadOnlyList<Archive> archives)
    {
        var judged = JsonNode.Parse(await AssessProgram.RunAsync(archives[0].Files["rulebook.json"], archives.Select(one => one.Files["evidence.json"])))!.AsArray();
        Assert.Equal(archives.Count, judged.Count);
        Assert.All(archives.Zip(judged), pair => Assert.Equal(JsonNode.Parse(pair.First.Files["standing.json"])!.ToJsonString(), pair.Second!.ToJsonString()));
    }

    /// <summary>An organisation with random customers, lines and people, near enough to the rules that some of it is met.</summary>
    private async Task<Organisation> AddAsync(Dice dice)
    {
        var organisation = await Portal.AddOrganisationAsync($"Random {dice.Seed}");
        var today = new DateOnly(2026, 11, 20);
        DateOnly Near() => today.AddDays(-dice.Below(600));
        DateOnly? NearOr(int none) => dice.Chance(none) ? null : Near();
        var customers = dice.Some(1, 4, i => Rows.Customer(organisation.Partner, dice.Pick(["Northwind", "Contoso", "=1+1; \"x\""]), dice.Chance(50) ? $"c{i}" : null));
        var people = dice.Some(0, 9, i => Rows.Person(organisation.Partner, dice.Pick(["Ana", "Ben", "Zoë"]), NearOr(80), dice.Chance(90) ? null : today, dice.Chance(50) ? $"p{i}@x.example" : null));
        object[] rows =
        [
            .. customers, .. people,
            .. customers.Where(_ => dice.Chance(80)).Select(customer => Rows.Association(customer, NearOr(60), dice.Chance(80) ? null : today)),
            .. dice.Some(1, 12, _ => Rows.Line(
                dice.Pick(customers), dice.Pick([20_000m, 60_000m, 0.01m, -5_000m]), Near(), dice.Pick(["crm-online", "dynamics-365-customer-engagement", "dynamics-365-operations"]), dice.Chance(80))),
            .. people.SelectMany(person => new[] { "MB2-715", "MB2-716", "MB2-717", "MB6-892" }.Where(_ => dice.Chance(85)).Select(code => Rows.Pass(person, code, new DateOnly(2017, 6, 1)))),
        ];
        await Portal.SaveAsync(organisation.Id, rows);
        return organisation;
    }
}
