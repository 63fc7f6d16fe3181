using System.Net;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Overview;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>The overview is written once and given again, for as long as it would be written the same.</summary>
public sealed class RememberedPageStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task WhereNothingChanged_TheSamePageIsGivenAgain()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        await browser.OpenAsync<OverviewPage>();
        Assert.Equal(await SecretAsync(browser), await SecretAsync(browser));
    }

    [Fact]
    public async Task WhereAFactChanged_ThePageIsWrittenAnew()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        await browser.OpenAsync<OverviewPage>();
        Assert.NotNull((await browser.OpenAsync<OverviewPage>()).Find(".empty"));
        await Portal.SaveAsync(organisation.Id, Rows.Person(organisation.Partner));
        Assert.Null((await browser.OpenAsync<OverviewPage>()).Find(".empty"));
    }

    [Fact]
    public async Task WhereLeaveToSeeAmountsIsWithdrawn_ThePageIsWrittenAnew()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var customer = Rows.Customer(organisation.Partner);
        await Portal.SaveAsync(organisation.Id, customer, Rows.Line(customer, 12_345));
        using var browser = await Portal.SignInAsync(organisation.Member);
        await browser.OpenAsync<OverviewPage>();
        Assert.Contains("US$", (await browser.OpenAsync<OverviewPage>()).ToString(), StringComparison.Ordinal);
        await using (var db = await Portal.Database.OpenAsync(organisation.Id))
        {
            await db.Users.Where(user => user.Id == organisation.Member.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.MaySeeAmounts, false), Cancellation);
        }

        Assert.DoesNotContain("US$", (await browser.OpenAsync<OverviewPage>()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheReaderChoosesAnotherLanguageOrLook_ThePageIsWrittenAnew()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        await browser.OpenAsync<OverviewPage>();
        var page = await browser.OpenAsync<OverviewPage>();
        await page.Form("form[action*=Theme]").SubmitAsync<WebPage>("Dark");
        var dark = await browser.OpenAsync<OverviewPage>();
        Assert.Equal("dark", dark.Document.DocumentElement.GetAttribute("data-theme"));
        await dark.Form("form[action*=Language]").SubmitAsync<WebPage>("Français");
        Assert.Equal("fr", (await browser.OpenAsync<OverviewPage>()).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task TwoSessions_NeverShareAPage()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var first = await Portal.SignInAsync(organisation.Admin);
        using var second = await Portal.SignInAsync(organisation.Admin);
        await first.OpenAsync<OverviewPage>();
        await second.OpenAsync<OverviewPage>();
        Assert.NotEqual(await SecretAsync(first), await SecretAsync(second));
    }

    [Fact]
    public async Task AMessage_IsShownOnce()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        await browser.OpenAsync<OverviewPage>();
        var form = (await browser.OpenAsync<WebPage>(new Uri(Browser.Home, "/customers/add?back=%2F"))).Form();
        form["Input.Name"] = "Tailspin";
        var after = await form.SubmitAsync<OverviewPage>();
        Assert.StartsWith("Added: ", after.Message, StringComparison.Ordinal);
        Assert.Null((await browser.OpenAsync<OverviewPage>()).Message);
        Assert.Null((await browser.OpenAsync<OverviewPage>()).Message);
    }

    [Fact]
    public async Task AfterTheSessionHasEnded_NothingIsGivenAgain()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var browser = await Portal.SignInAsync(organisation.Admin);
        await browser.OpenAsync<OverviewPage>();
        await browser.OpenAsync<OverviewPage>();
        await using (var db = await Portal.Database.OpenAsync())
        {
            await db.UserSessions.Where(session => session.UserId == organisation.Admin.Id).ExecuteDeleteAsync(Cancellation);
        }

        var turnedAway = await browser.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, turnedAway.Status);
        Assert.StartsWith("/account/sign-in", turnedAway.Location, StringComparison.Ordinal);
    }

    /// <summary>The secret of the page's forms, which is another each time that a page is written.</summary>
    private static async Task<string> SecretAsync(Browser browser) =>
        (await browser.OpenAsync<OverviewPage>()).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
