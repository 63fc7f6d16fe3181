using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.People;

public sealed class MatrixStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Crm = "cloud-customer-relationship-management/cloud-crm-reseller";

    [Fact]
    public async Task ShowsEveryCredential_AndWhoIsEmployed_WithTheStateInWords()
    {
        var (organisation, ana, _, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Admin)).OpenAsync<MatrixPage>("?asOf=2019-01-01");

        Assert.Equal(16, page.Credentials.Count);
        Assert.Equal(["Ana", "Ben"], page.People);
        Assert.Equal("Counts 1 Jun 2017", page.Cell(ana, "MB2-715"));
        Assert.Equal("No longer 1 Jun 2017", page.Cell(ana, "MB2-709"));
        Assert.Equal("Not yet 2 Jan 2019", page.Cell(ana, "MB2-716"));
        Assert.Equal("Add", page.Cell(ana, "MB2-717"));
    }

    [Theory]
    [InlineData("?who=Everybody", "Ana, Ben, Cleo")]
    [InlineData("?search=be", "Ben")]
    [InlineData("?search=CLEO@&who=Everybody", "Cleo")]
    [InlineData("?place=" + Crm, "Ana")]
    [InlineData("?place=" + Crm + "&who=Employed", "Ana, Ben")]
    [InlineData("?place=" + Crm + "/gold/1/1/1&who=Holding", "Ana")]
    [InlineData("?place=" + Crm + "/gold/1/1/2", "")]
    public async Task ChoosesPeople_ByNameEmploymentAndWhatTheyHold(string query, string people)
    {
        var (organisation, _, _, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Member)).OpenAsync<MatrixPage>(query + "&asOf=2019-01-01");

        Assert.Equal(people, string.Join(", ", page.People));
    }

    [Fact]
    public async Task ForASlot_ShowsOnlyTheCredentialsThatItsCriterionNames_AndHowWellItIsFilled()
    {
        var (organisation, _, _, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Member)).OpenAsync<MatrixPage>($"?place={Crm}/gold/1/1/2&who=Employed&asOf=2019-01-02");

        Assert.Equal(["MB2-707", "MB2-712", "MB2-716"], page.Credentials);
        Assert.Equal("Gold, group 2 one of MB2-712, MB2-707, MB2-716 1 of 2 1 0", page.Text(".slack tbody tr"));
        Assert.Equal("Fits", page.Text(".matrix tbody td"));
    }

    [Fact]
    public async Task WhatIsNotInForceOnTheDay_IsSaid()
    {
        var (organisation, _, _, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Member)).OpenAsync<MatrixPage>($"?place={Crm}&asOf=2017-07-01");

        Assert.Equal("No revision in force on 1 July 2017 has what the address asks for, so every credential is shown.", page.Text(".note"));
        Assert.Equal(16, page.Credentials.Count);
    }

    [Fact]
    public async Task AClickAddsAPassWithTheChosenDay_AndCanBeUndone()
    {
        var (organisation, ana, _, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Admin)).OpenAsync<MatrixPage>("?search=an");

        var added = await page.AddAsync(ana, "MB2-717", "2026-11-02");

        Assert.Equal("Added: Ana, MB2-717.", added.Message);
        Assert.Equal("Counts 2 Nov 2026", added.Cell(ana, "MB2-717"));
        Assert.Equal("2026-11-02", added.Form("main form:has(.matrix)")["day"]);
        Assert.Equal(["Ana"], added.People);
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        var pass = await db.PersonCredentials.SingleAsync(one => one.PassedOn == new DateOnly(2026, 11, 2), Cancellation);
        Assert.True(await db.AuditEvents.AnyAsync(one => one.Action == "PersonCredential.Added" && one.EntityId == pass.Id.ToString(), Cancellation));

        var undone = await added.UndoAsync();

        Assert.Equal("Deleted: Ana, MB2-717.", undone.Message);
        Assert.Equal("Add", undone.Cell(ana, "MB2-717"));
        Assert.Null(undone.Find("form.undo"));
        Assert.True(await db.AuditEvents.AnyAsync(one => one.Action == "PersonCredential.Deleted" && one.EntityId == pass.Id.ToString(), Cancellation));
    }

    [Theory]
    [InlineData("2026-11-20", "MB2-709 could be sat only until 31 December 2017; check the date.")]
    [InlineData("", "Enter the day on which it was passed.")]
    [InlineData("0026-11-20", "Enter a date from 1980 to 2199; check the year.")]
    public async Task WhatCannotBe_IsSaidAtTheCell_AndNothingIsStored(string day, string reason)
    {
        var (organisation, _, ben, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Admin)).OpenAsync<MatrixPage>();

        var refused = await page.AddAsync(ben, "MB2-709", day);

        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        Assert.Equal($"Ben, MB2-709: {reason}", Assert.Single(refused.Errors));
        Assert.Equal(reason, refused.ErrorAt(ben, "MB2-709"));
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        Assert.False(await db.PersonCredentials.AnyAsync(pass => pass.PersonId == ben.Id, Cancellation));
    }

    [Fact]
    public async Task TheSameClickTwice_RecordsOnePass_AndAnUndoThatComesLateIsTold()
    {
        var (organisation, _, ben, _) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var first = await browser.OpenAsync<MatrixPage>();
        var second = await browser.OpenAsync<MatrixPage>();
        var added = await first.AddAsync(ben, "MB2-715");

        var twice = await second.AddAsync(ben, "MB2-715");
        await added.UndoAsync();
        var late = await added.UndoAsync();

        Assert.Equal("Ben, MB2-715: MB2-715 of 20 Nov 2026 is recorded already.", Assert.Single(twice.Errors));
        Assert.Equal("Ana of Fabrikam had already deleted it on 20 Nov 2026, 12:00 UTC.", late.Message);
    }

    [Fact]
    public async Task AnUndo_LeavesAPassThatWasChangedMeanwhile()
    {
        var (organisation, _, ben, _) = await StoreAsync();
        var browser = await Portal.SignInAsync(organisation.Admin);
        var added = await (await browser.OpenAsync<MatrixPage>()).AddAsync(ben, "MB2-715");
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        var pass = await db.PersonCredentials.SingleAsync(one => one.PersonId == ben.Id, Cancellation);
        pass.PassedOn = new DateOnly(2026, 10, 1);
        await db.SaveChangesAsync(Cancellation);

        var undone = await added.UndoAsync();

        Assert.Equal("Ben, MB2-715 was changed by somebody meanwhile, and stays.", undone.Text(".note"));
        Assert.True(await db.PersonCredentials.AnyAsync(one => one.PersonId == ben.Id, Cancellation));
    }

    [Fact]
    public async Task EnterInTheDate_KeepsTheDay_AndAddsNothing()
    {
        var (organisation, _, ben, _) = await StoreAsync();
        var page = await (await Portal.SignInAsync(organisation.Admin)).OpenAsync<MatrixPage>("?search=ben");
        var form = page.Form("main form:has(.matrix)");
        form["day"] = "2026-10-05";

        // The first button of a form is the one that Enter presses.
        var after = await form.SubmitAsync<MatrixPage>();

        Assert.Equal("2026-10-05", after.Form("main form:has(.matrix)")["day"]);
        Assert.Equal(["Ben"], after.People);
        await using var db = await Portal.Database.OpenAsync(organisation.Id);
        Assert.False(await db.PersonCredentials.AnyAsync(pass => pass.PersonId == ben.Id, Cancellation));
    }

    [Fact]
    public async Task AMember_SeesTheStates_AndNoButton()
    {
        var (organisation, _, ben, _) = await StoreAsync();
        var admin = await (await Portal.SignInAsync(organisation.Admin)).OpenAsync<MatrixPage>();
        var browser = await Portal.SignInAsync(organisation.Member);

        var page = await browser.OpenAsync<MatrixPage>();
        var tried = await browser.FollowAsync<WebPage>(new HttpRequestMessage(HttpMethod.Post, new Uri(Browser.Home, $"/people/matrix/pass?person={ben.Id}&code=MB2-715&day=2026-11-01")) { Content = new FormUrlEncodedContent([]) });

        Assert.NotNull(admin.Find(".cell-add"));
        Assert.Null(page.Find("main form[method=post] button"));
        Assert.Equal("Not held", page.Text(".matrix td .quiet"));
        Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
    }

    [Fact]
    public async Task TheFile_HasAColumnForEachCredential_AndWhetherItCounts()
    {
        var (organisation, _, _, _) = await StoreAsync();

        var file = await Download.OpenAsync(await Portal.SignInAsync(organisation.Member), $"/people/matrix?handler=Export&place={Crm}/gold/1/1/2&who=Everybody&asOf=2019-01-01");

        Assert.Equal("matrix-2019-01-01.csv", file.Name);
        Assert.Equal(
            [
                "name,email,from,until,MB2-707,MB2-707 counts,MB2-712,MB2-712 counts,MB2-716,MB2-716 counts",
                "Ana,,,,,,,,2019-01-02,false",
                "Ben,,,,,,,,,",
                "Cleo,cleo@example.com,2019-01-02,,,,,,,",
            ],
            file.Lines);
    }

    private async Task<(Organisation Organisation, Person Ana, Person Ben, Person Cleo)> StoreAsync()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var ana = Rows.Person(organisation.Partner);
        var ben = Rows.Person(organisation.Partner, "Ben");
        var cleo = Rows.Person(organisation.Partner, "Cleo", from: new DateOnly(2019, 1, 2), email: "cleo@example.com");
        var day = new DateOnly(2017, 6, 1);
        await Portal.SaveAsync(
            organisation.Id, ana, ben, cleo, Rows.Pass(ana, "MB2-715", day), Rows.Pass(ana, "MB2-709", day), Rows.Pass(ana, "MB2-716", new DateOnly(2019, 1, 2)));
        return (organisation, ana, ben, cleo);
    }
}
