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
}
