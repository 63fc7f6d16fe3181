using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SessionStories(PostgreSqlFixture server) : AccountTest(server)
{
    private const string AdminPage = "/customers/add";

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Sessions:Idle", "01:00:00"), new("Sessions:Lifetime", "03:00:00")];

    [Fact]
    public async Task ASessionEndsWhenItHasRestedTooLong()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Portal.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await IsInAsync(browser));
        Portal.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.False(await IsInAsync(browser));
        Assert.False(IsSignedIn(browser));
    }

    [Fact]
    public async Task ASessionEndsInTheEndHoweverMuchItIsUsed()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        for (var i = 0; i < 5; i++)
        {
            Portal.Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.True(await IsInAsync(browser));
        }

        Portal.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task ASessionThatIsTakenAwayEndsWithTheNextRequest()
    {
        var user = await Portal.AddStaffAsync();
        var browser = await Portal.SignInAsync(user);
        Assert.True(await IsInAsync(browser));
        await using (var scope = Portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<UserSessions>().EndAllAsync(user.Id, Cancellation);
        }

        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task AnAccountThatIsRemovedIsOutWithTheNextRequest()
    {
        var user = await Portal.AddStaffAsync();
        var browser = await Portal.SignInAsync(user);
        await using (var db = await Portal.Database.OpenAsync())
        {
            await db.Users.Where(row => row.Id == user.Id).ExecuteDeleteAsync(Cancellation);
        }

        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task ARoleChangesWithTheNextRequest()
    {
        var member = (await Portal.AddOrganisationAsync()).Member;
        var browser = await Portal.SignInAsync(member);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(AdminPage)).Status);
        await ChangeRoleAsync(member.Id, PortalRole.PartnerAdmin);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(AdminPage)).Status);
        await ChangeRoleAsync(member.Id, PortalRole.PartnerMember);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(AdminPage)).Status);
    }

    [Fact]
    public async Task SigningInMakesASessionOfItsOwnAndEndsTheOneBefore()
    {
        await AddAccountAsync();
        var browser = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        var before = browser.Cookie(SessionCookie.Name)!;
        var token = (await browser.OpenAsync("/")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Email", Email), new("Input.Password", Password)]);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, SignInPage.Address) { Content = form });
        var between = browser.Cookie(SessionCookie.Name)!;
        await ConfirmAsync(await browser.OpenAsync<CodePage>());

        Assert.Distinct([before, between, browser.Cookie(SessionCookie.Name)!]);
        Assert.True(await IsInAsync(browser));
        foreach (var ended in new[] { before, between })
        {
            var other = Portal.OpenBrowser();
            other.Take([$"{SessionCookie.Name}={ended}; path=/; secure"]);
            Assert.StartsWith(SignInPage.Address, (await other.OpenAsync("/")).Location, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ASessionThatAwaitsItsSecondFactorEndsSoonAndOpensNothing()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        await ShowPasswordAsync(browser);
        Assert.Equal($"{CodePage.Address}?returnUrl=%2Fprogram", (await browser.OpenAsync("/program")).Location);
        Portal.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(CodePage.Address, (await browser.OpenAsync<CodePage>()).Location);
        Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith(SignInPage.Address, (await browser.OpenAsync(CodePage.Address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing that was written here")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task ACookieThatWasNotWrittenHereIsNobodys(string value)
    {
        var browser = Portal.OpenBrowser();
        browser.Take([$"{SessionCookie.Name}={value}; path=/; secure"]);
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task TheCookieIsForThisHostAloneAndOutOfReachOfScripts()
    {
        await AddAccountAsync();
        var browser = Portal.OpenBrowser();
        var form = (await browser.OpenAsync<SignInPage>()).Form("#sign-in-form");
        form["Input.Email"] = Email;
        form["Input.Password"] = Password;
        var answer = await form.SendAsync();
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Skip(1).Select(part => part.ToLowerInvariant()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task APartOfAPageLeadsToSignInWhenTheSessionHasEnded()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/program/markets?q=fr");
        request.Headers.Add("HX-Current-URL", "https://localhost/program/markets?asOf=2018-01-02");
        var answer = await Portal.OpenBrowser().SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([$"{SignInPage.Address}?returnUrl=%2Fprogram%2Fmarkets%3FasOf%3D2018-01-02"], answer.Headers.GetValues("HX-Redirect"));
    }

    [Fact]
    public async Task WhoeverSignsOutAfterTheSessionHasEndedIsAskedToSignIn()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var page = await browser.OpenAsync("/program");
        Portal.Clock.Advance(TimeSpan.FromHours(2));
        Assert.StartsWith(SignInPage.Address, (await SignOutAsync(page)).Location, StringComparison.Ordinal);
    }

    /// <summary>The error page, too, wants to know who reads it, and cannot.</summary>
    [Fact]
    public async Task WhereTheSessionCannotBeLookedUpThePortalSaysSo()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        await using (var db = Portal.Database.OpenAsOwner())
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "UserSessions" RENAME TO "Gone" """, Cancellation);
        }

        var page = await browser.OpenAsync("/program");
        Assert.Equal((HttpStatusCode.InternalServerError, "Something went wrong on our side"), (page.Status, page.Heading));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(SignInPage.Address)).Status);
    }

    private static async Task<bool> IsInAsync(Browser browser) => (await browser.OpenAsync("/program")).Location is "/program";

    private async Task ChangeRoleAsync(Guid userId, PortalRole role)
    {
        await using var db = await Portal.Database.OpenAsync();
        await db.Users.Where(row => row.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, role), Cancellation);
    }
}
