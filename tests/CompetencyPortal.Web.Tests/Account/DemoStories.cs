using System.Net;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class DemoStories(PostgreSqlFixture server) : PortalTest(server)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("environment", "Development"), new("Demo:Enabled", "true")];

    [Fact]
    public async Task EveryDemoAccountIsOneClickAway()
    {
        await using var db = await Portal.Database.OpenAsync();
        var accounts = await db.Users.AsNoTracking().ToListAsync(Cancellation);
        Assert.NotEmpty(accounts);
        foreach (var account in accounts)
        {
            var signIn = await Portal.OpenBrowser().OpenAsync<SignInPage>();
            Assert.Contains("Demo accounts", signIn.Text("h2"), StringComparison.Ordinal);
            var page = await signIn.EnterAsync(account.DisplayName);
            Assert.Equal((HttpStatusCode.OK, account.PartnerId is null ? "/program" : "/"), (page.Status, page.Location));
            Assert.Contains(account.DisplayName, page.Text(".site-header"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheOneClickOpensNoOtherAccount()
    {
        var organisation = await Portal.AddOrganisationAsync("Somebody");
        var browser = Portal.OpenBrowser();
        var signIn = await browser.OpenAsync<SignInPage>();
        Assert.DoesNotContain("Somebody", signIn.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await signIn.ClickForgedAsync(organisation.Admin.Id));
    }

    /// <summary>A demo account is everybody's: what it cannot do is explained, and what it can shuts nobody out.</summary>
    [Fact]
    public async Task ADemoAccountHasNoPasswordToChangeAndStaysOpenWhateverIsSetUpInIt()
    {
        var browser = Portal.OpenBrowser();
        await using var db = await Portal.Database.OpenAsync();
        var demo = await db.Users.AsNoTracking().FirstAsync(user => user.PartnerId == null, Cancellation);
        await (await browser.OpenAsync<SignInPage>()).EnterAsync(demo.DisplayName);
        Portal.Clock.Advance(TimeSpan.FromHours(1));
        var password = await browser.OpenAsync("/account/password");
        Assert.Equal((HttpStatusCode.OK, "/account/password"), (password.Status, password.Location));
        Assert.Null(password.Find("#password-form"));

        var setUp = await browser.OpenAsync<SetUpPage>(new Uri(Hosting.Browser.Home, "/account/authenticator"));
        Assert.Equal(10, (await setUp.ConfirmAsync<RecoveryCodesPage>(setUp.Key.CodeAt(Portal.Clock.GetUtcNow()))).Codes.Count);
        Assert.Equal("/program", (await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).EnterAsync(demo.DisplayName)).Location);
        Assert.Equal("/account", (await (await browser.OpenAsync("/account/authenticator")).Form("form[action*=Remove]").SubmitAsync<WebPage>()).Location);
    }
}
