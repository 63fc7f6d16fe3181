using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class MemberStories(PostgreSqlFixture server) : MemberTest(server)
{
    [Fact]
    public async Task ARoleChangeTakesEffectInTabsThatAreOpen()
    {
        var (fabrikam, ana, ben) = await TwoAdminsAsync();
        var tab = await ben.OpenAsync<WebPage>(new Uri(Browser.Home, "/customers/add"));
        await (await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Member.DisplayName)).ChangeAsync(PortalRole.PartnerMember, maySeeAmounts: false);
        var form = tab.Form();
        form["Input.Name"] = "Northwind";
        Assert.Equal(HttpStatusCode.Forbidden, (await form.SubmitAsync<WebPage>()).Status);
        Assert.Contains("Amounts are shown to those", (await ben.OpenAsync("/")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARemovalTakesEffectInTabsThatAreOpenAndInPartsOfThem()
    {
        var (fabrikam, ana, ben) = await TwoAdminsAsync();
        var tab = await ben.OpenAsync<WebPage>(new Uri(Browser.Home, "/customers/add"));
        var people = await (await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Member.DisplayName)).RemoveAsync();
        Assert.Contains("is removed", people.Message, StringComparison.Ordinal);
        Assert.Equal([fabrikam.Admin.DisplayName], people.Members);

        var part = new HttpRequestMessage(HttpMethod.Get, new Uri(Browser.Home, "/customers?search=x")) { Headers = { { "HX-Request", "true" }, { "HX-Current-URL", "https://localhost/customers" } } };
        var answer = await ben.SendAsync(part);
        Assert.Equal((HttpStatusCode.NoContent, "/account/sign-in?returnUrl=%2Fcustomers"), (answer.StatusCode, answer.Headers.GetValues("HX-Redirect").Single()));
        var form = tab.Form();
        form["Input.Name"] = "Northwind";
        Assert.StartsWith("/account/sign-in", (await form.SubmitAsync<WebPage>()).Location, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await ben.OpenAsync("/")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLastAdminStays()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var ana = await Portal.SignInAsync(fabrikam.Admin);
        var page = await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Admin.DisplayName);
        Assert.Contains("only admin", Assert.Single((await page.ChangeAsync(PortalRole.PartnerMember)).Errors), StringComparison.Ordinal);
        Assert.Contains("only admin", Assert.Single((await page.RemoveAsync()).Errors), StringComparison.Ordinal);
        var leave = await PeoplePage.OpenAsync(ana, "/organisation/leave");
        Assert.Contains("only admin", Assert.Single((await leave.Form().SubmitAsync<WebPage>()).Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.OpenAsync("/organisation/invite")).Status);
        Assert.Empty(await TrailAsync());
    }

    /// <summary>The same rule where two press the button at the same moment; in both houses.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TwoAdminsWhoRemoveEachOtherAtOnceLeaveOne(bool isStaff)
    {
        var home = isStaff ? PeoplePage.OfStaff : PeoplePage.OfOrganisation;
        var partner = isStaff ? null : Rows.Partner();
        var role = isStaff ? PortalRole.ProgrammeAdmin : PortalRole.PartnerAdmin;
        var (ana, ben) = (Rows.User(partner, role, displayName: "Ana"), Rows.User(partner, role, displayName: "Ben"));
        await Portal.SaveAsync(null, partner is null ? [ana, ben] : [partner, ana, ben]);
        var pages = new[]
        {
            await (await PeoplePage.OpenAsync(await Portal.SignInAsync(ana), home)).OpenAsync("Ben"),
            await (await PeoplePage.OpenAsync(await Portal.SignInAsync(ben), home)).OpenAsync("Ana"),
        };
        await Task.WhenAll(pages.Select(page => Task.Run(page.RemoveAsync)));
        Assert.Single(new[] { await UserAsync(ana.Email!), await UserAsync(ben.Email!) }, user => user is not null);
        Assert.Single(await TrailAsync());
    }

    [Fact]
    public async Task AMemberLeavesByThemselves()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var ben = await Portal.SignInAsync(fabrikam.Member);
        var page = await (await PeoplePage.OpenAsync(ben)).FollowAsync<WebPage>("main a[href='/organisation/leave']");
        var gone = await page.Form().SubmitAsync<WebPage>();
        Assert.Equal("/account/sign-in", gone.Location);
        Assert.StartsWith("/account/sign-in", (await ben.OpenAsync("/")).Location, StringComparison.Ordinal);
        Assert.Equal("Member.Left", (await TrailAsync()).Single().Action);
    }

    [Fact]
    public async Task AnAdminWhoLeavesByTheirOwnPageIsGoneToo()
    {
        var (fabrikam, ana, _) = await TwoAdminsAsync();
        var page = await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Admin.DisplayName);
        Assert.Equal("/account/sign-in", (await page.RemoveAsync()).Location);
    }

    [Fact]
    public async Task AnAdminWhoGivesUpTheRoleSeesTheListAsAMember()
    {
        var (fabrikam, ana, _) = await TwoAdminsAsync();
        var page = await (await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Admin.DisplayName)).ChangeAsync(PortalRole.PartnerMember);
        Assert.Equal((HttpStatusCode.OK, PeoplePage.OfOrganisation), (page.Status, page.Location));
        Assert.Null(page.Find("td.row-actions"));
        Assert.Empty(page.Invited);
    }

    [Fact]
    public async Task TwoWhoChangeTheSamePersonSeeEachOther()
    {
        var (fabrikam, ana, _) = await TwoAdminsAsync();
        var carla = Rows.User(fabrikam.Partner, PortalRole.PartnerMember, displayName: "Carla");
        await Portal.SaveAsync(null, carla);
        var first = await (await PeoplePage.OpenAsync(ana)).OpenAsync("Carla");
        var second = await (await PeoplePage.OpenAsync(ana)).OpenAsync("Carla");
        await first.ChangeAsync(PortalRole.PartnerAdmin);
        var answer = await second.ChangeAsync(PortalRole.PartnerMember, maySeeAmounts: true);
        Assert.Contains("Somebody else changed", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.EndsWith($"It was changed by {fabrikam.Admin.DisplayName} on 20 Nov 2026, 12:00 UTC.", answer.Errors[0], StringComparison.Ordinal);
        Assert.Equal("PartnerAdmin", answer.Form("form:has(input[name='Input.Seen'])")["Input.Role"]);
        Assert.Equal(PortalRole.PartnerAdmin, (await UserAsync(carla.Email!))!.Role);
    }

    [Fact]
    public async Task NobodyMakesStaffOfAMember()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var ana = await Portal.SignInAsync(fabrikam.Admin);
        var page = await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Member.DisplayName);
        page.Find("input[type=radio][value=PartnerAdmin]")!.SetAttribute("value", "ProgrammeAdmin");
        var answer = await page.ChangeAsync(PortalRole.ProgrammeAdmin);
        Assert.NotNull(answer.ErrorOf("Input.Role"));
        Assert.Equal(PortalRole.PartnerMember, (await UserAsync(fabrikam.Member.Email!))!.Role);
    }

    [Fact]
    public async Task TheOrganisationPageSaysWhatTheOrganisationIs()
    {
        var partner = Rows.Partner("Fabrikam", "4011723");
        var ben = Rows.User(partner, PortalRole.PartnerMember, displayName: "Ben");
        await Portal.SaveAsync(null, partner, ben, Rows.CountryMarket("FR", new DateOnly(2017, 1, 1), Domain.Competencies.Market.Developed));
        var browser = await Portal.SignInAsync(ben);
        Assert.Contains("Developed market by the classification of France since 1 January 2017", (await PeoplePage.OpenAsync(browser)).Text(".facts"), StringComparison.Ordinal);
        var before = (await PeoplePage.OpenAsync(browser, "/organisation?asOf=2016-12-31")).Text(".facts");
        Assert.Contains("Not classified", before, StringComparison.Ordinal);
        Assert.Contains("next on 28 February 2017", before, StringComparison.Ordinal);
    }

    private async Task<(Organisation Fabrikam, Browser Ana, Browser Ben)> TwoAdminsAsync()
    {
        var fabrikam = await Portal.AddOrganisationAsync();
        var ana = await Portal.SignInAsync(fabrikam.Admin);
        await (await (await PeoplePage.OpenAsync(ana)).OpenAsync(fabrikam.Member.DisplayName)).ChangeAsync(PortalRole.PartnerAdmin);
        return (fabrikam, ana, await Portal.SignInAsync(fabrikam.Member));
    }
}
