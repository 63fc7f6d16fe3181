using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Facts;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.People;

public sealed class PassStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("MB2-715", "MB2-715")]
    [InlineData("mb2 715", "MB2-715")]
    [InlineData("Exam MB2-715", "MB2-715")]
    [InlineData("ＭＢ２－７１５", "MB2-715")]
    [InlineData("70764", "70-764")]
    public async Task AcceptsACodeAsPeopleTypeIt(string typed, string code)
    {
        var (organisation, person) = await StoreAsync();

        var after = await (await OpenPersonAsync(organisation, person)).SaveAsync<FactPage>(("Credential", typed), ("PassedOn", "2026-03-01"));

        Assert.Equal($"Added: Ana, {code}.", after.Message);
        Assert.Equal(code, Assert.Single(await PassesAsync(organisation)).Code.Value);
    }

    [Theory]
    [InlineData("MB2-877", "2017-12-31", "MB2-877 can be sat only from 1 January 2018; check the date.")]
    [InlineData("MB2-709", "2018-01-01", "MB2-709 could be sat only until 31 December 2017; check the date.")]
    public async Task CannotPassBeforeAnExamExists_NorAfterItWasLastSat(string code, string day, string error)
    {
        var (organisation, person) = await StoreAsync();

        var refused = await (await OpenPersonAsync(organisation, person)).TryAsync(("Credential", code), ("PassedOn", day));

        Assert.Equal(error, Assert.Single(refused.Errors));
        Assert.Equal(code, refused.Form()["Input.Credential"]);
        Assert.Empty(await PassesAsync(organisation));
    }

    [Theory]
    [InlineData("MB2-877", "2018-01-01")]
    [InlineData("MB2-709", "2017-12-31")]
    [InlineData("MB2-715", "2027-05-05")]
    public async Task CanPassOnTheFirstAndTheLastDay_AndInTheFuture(string code, string day)
    {
        var (organisation, person) = await StoreAsync();

        await (await OpenPersonAsync(organisation, person)).SaveAsync<FactPage>(("Credential", code), ("PassedOn", day));

        Assert.Single(await PassesAsync(organisation));
    }

    [Fact]
    public async Task CannotRecordTheSamePassTwice_ButOnAnotherDay()
    {
        var (organisation, person) = await StoreAsync(("MB2-715", "2026-03-01"));

        var refused = await (await OpenPersonAsync(organisation, person)).TryAsync(("Credential", "mb2715"), ("PassedOn", "2026-03-01"));
        var after = await refused.SaveAsync<FactPage>(("PassedOn", "2026-03-02"));

        Assert.Equal("MB2-715 of 1 Mar 2026 is recorded already.", Assert.Single(refused.Errors));
        Assert.StartsWith("Added: ", after.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await PassesAsync(organisation)).Count);
    }

    [Theory]
    [InlineData("2017-05-31", "Counts from 1 Jun 2017")]
    [InlineData("2017-06-01", "Counts until 31 Dec 2018")]
    [InlineData("2018-12-31", "Counts until 31 Dec 2018")]
    [InlineData("2019-01-01", "No longer counts")]
    public async Task SaysNearThePersonWhatCountsOnTheAsOfDate(string asOf, string state)
    {
        var (organisation, person) = await StoreAsync(("MB2-709", "2017-06-01"));
        var browser = await Portal.SignInAsync(organisation.Member);

        var page = await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/people/{person.Id}?asOf={asOf}"));

        Assert.Equal(state, page.Text("main tbody .status"));
    }

    private async Task<(Organisation Organisation, Person Person)> StoreAsync(params (string Code, string Day)[] passes)
    {
        var organisation = await Portal.AddOrganisationAsync();
        var person = Rows.Person(organisation.Partner);
        await Portal.SaveAsync(
            organisation.Id,
            [person, .. passes.Select(pass => Rows.Pass(person, pass.Code, DateOnly.Parse(pass.Day, System.Globalization.CultureInfo.InvariantCulture)))]);
        return (organisation, person);
    }

    private async Task<FactPage> OpenPersonAsync(Organisation organisation, Person person)
    {
        var browser = await Portal.SignInAsync(organisation.Admin);
        return await browser.OpenAsync<FactPage>(new Uri(Browser.Home, $"/people/{person.Id}"));
    }

    private async Task<List<PersonCredential>> PassesAsync(Organisation organisation)
    {
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        return await db.PersonCredentials.AsNoTracking().ToListAsync(Cancellation);
    }
}
