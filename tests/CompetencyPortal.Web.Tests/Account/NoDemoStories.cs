using System.Net;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>Where the demo is not enabled there is no trace of it.</summary>
public sealed class NoDemoStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task NoDemoAccountIsOfferedOrEntered()
    {
        var user = Rows.User(isDemo: true);
        await Portal.SaveAsync(null, user);
        var signIn = await Portal.OpenBrowser().OpenAsync<SignInPage>();
        Assert.Null(signIn.Find("form[action*=Demo]"));
        Assert.Equal(HttpStatusCode.NotFound, await signIn.ClickForgedAsync(user.Id));
    }

    [Fact]
    public async Task OutsideDevelopmentThePortalDoesNotStartWithTheDemo() =>
        Assert.Contains("Demo:Enabled", await RefusedStart.ReasonAsync(new KeyValuePair<string, string?>("Demo:Enabled", "true")), StringComparison.Ordinal);
}
