using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.People;

public sealed class PersonStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task AName_StandsInTheErasablePartOfTheAuditTrailAlone()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/people/add"));

        await form.SaveAsync<FactPage>(("Name", "Zoë Ångström"), ("Email", " Zoe@Example.com"), ("From", "2026-01-01"));

        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        var person = await db.People.SingleAsync(Cancellation);
        var told = await db.AuditEvents.Include(one => one.Personal).SingleAsync(one => one.Action == "Person.Added", Cancellation);
        Assert.Equal("""{"From":"2026-01-01","Until":null}""", told.Details);
        Assert.Equal((person.Id, """{"Email":"zoe@example.com","Name":"Zoë Ångström"}"""), (told.Personal!.SubjectId, told.Personal.Text));
    }

    [Fact]
    public async Task AnEdit_LeavesTheOldAndTheNewValueInTheAuditTrail()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var person = Rows.Person(organisation.Partner, from: new DateOnly(2026, 1, 1));
        await Portal.SaveAsync(organisation.Id, person);
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/people/{person.Id}/edit"));

        await form.SaveAsync<FactPage>(("From", "2026-02-01"));

        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        var told = await db.AuditEvents.Include(one => one.Personal).SingleAsync(one => one.Action == "Person.Edited", Cancellation);
        Assert.Equal("""{"From":["2026-01-01","2026-02-01"]}""", told.Details);
        Assert.Null(told.Personal);
    }

    [Fact]
    public async Task TheListTellsWhatCounts_AndWhoIsEmployed()
    {
        var organisation = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Member);

        var list = await browser.OpenAsync<PeoplePage>("?asOf=2019-01-01");

        Assert.Equal(["Ana", "MB2-715", "MB2-709", "", "", "Employed"], list.People[0].Take(6));
        Assert.Equal(["Ben", "", "", "", "31 Dec 2018", "No longer employed", "", ""], list.People[1]);
        Assert.Equal(["Cleo cleo@example.com", "", "", "2 Jan 2019", "", "Not yet employed", "", ""], list.People[2]);
    }

    [Fact]
    public async Task AnAddressBelongsToOnePerson_HoweverItIsWritten()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var other = await Portal.AddOrganisationAsync("Contoso");
        await Portal.SaveAsync(organisation.Id, Rows.Person(organisation.Partner, email: "ana@example.com"));
        await Portal.SaveAsync(other.Id, Rows.Person(other.Partner, "Ben", email: "ben@example.com"));
        var browser = await Portal.SignInAsync(organisation.Admin);
        var form = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, "/people/add"));

        var taken = await form.TryAsync(("Name", "Ben"), ("Email", "ANA@example.com "));
        var unreadable = await taken.TryAsync(("Email", "ben at example.com"));
        await unreadable.SaveAsync<FactPage>(("Email", "ben@example.com"));

        Assert.Equal("ana@example.com is already the address of Ana. Each person has an address of their own.", taken.ErrorOf("Input.Email"));
        Assert.Equal("Enter one email address, such as ana@example.com, or leave it empty.", unreadable.ErrorOf("Input.Email"));
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        Assert.Equal(["ana@example.com", "ben@example.com"], (await db.People.OrderBy(person => person.Name).ToListAsync(Cancellation)).Select(person => person.Email?.Value));
    }

    [Theory]
    [InlineData("?search=mb2 709", "Ana")]
    [InlineData("?search=B", "Ben")]
    [InlineData("?search=CLEO@exam", "Cleo")]
    [InlineData("?employed=true", "Ana")]
    [InlineData("?employed=false", "Ben, Cleo")]
    [InlineData("?sort=-name", "Cleo, Ben, Ana")]
    public async Task FindsPeopleByNameCredentialAndEmployment(string query, string expected)
    {
        var organisation = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);

        var list = await browser.OpenAsync<PeoplePage>(query + "&asOf=2019-01-01");

        Assert.Equal(expected, string.Join(", ", list.People.Select(person => person[0].Split(' ')[0])));
    }

    [Fact]
    public async Task TheFileHoldsALineForEveryPass()
    {
        var organisation = await StoreAsync();

        var file = await Download.OpenAsync(await Portal.SignInAsync(organisation.Member), "/people?handler=Export");

        Assert.Equal("people-2026-11-20.csv", file.Name);
        Assert.Equal(
            [
                "name,email,from,until,credential,passedOn",
                "Ana,,,,MB2-709,2017-06-01",
                "Ana,,,,MB2-715,2017-06-01",
                "Ben,,,2018-12-31,,",
                "Cleo,cleo@example.com,2019-01-02,,,",
            ],
            file.Lines);
    }

    private async Task<Organisation> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var ana = Rows.Person(organisation.Partner);
        var day = new DateOnly(2017, 6, 1);
        await Portal.SaveAsync(
            organisation.Id,
            ana,
            Rows.Person(organisation.Partner, "Ben", until: new DateOnly(2018, 12, 31)),
            Rows.Person(organisation.Partner, "Cleo", from: new DateOnly(2019, 1, 2), email: "cleo@example.com"),
            Rows.Pass(ana, "MB2-715", day),
            Rows.Pass(ana, "MB2-709", day));
        return organisation;
    }
}
