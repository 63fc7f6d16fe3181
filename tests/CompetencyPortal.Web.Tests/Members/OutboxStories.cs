using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>In the demo mail is read on a page; nothing is sent.</summary>
public sealed class OutboxStories(PostgreSqlFixture server) : MemberTest(server)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("environment", "Development"), new("Demo:Enabled", "true")];

    [Fact]
    public async Task WhoeverTriesThePortalInvitesReadsTheMailAndIsIn()
    {
        var browser = Portal.OpenBrowser();
        var page = await (await browser.OpenAsync<SignInPage>()).EnterAsync("Claire Fontaine");
        Assert.Equal("/", page.Location);
        var answer = await (await InvitePage.OpenAsync(browser)).InviteAsync("Carla", "carla@fabrikam.example", PortalRole.PartnerMember);
        var outbox = await answer.FollowAsync<WebPage>("main a[href='/demo/outbox']");
        Assert.Contains("Invitation to Fabrikam Conseil", outbox.Text("article h2"), StringComparison.Ordinal);

        var guest = Portal.OpenBrowser();
        var accept = await (await guest.OpenAsync("/demo/outbox")).FollowAsync<AcceptPage>("article a[href*='token=']");
        Assert.True(accept.IsOpen);
        var home = await accept.AcceptAsync<WebPage>(Password);
        Assert.Equal((HttpStatusCode.OK, "/"), (home.Status, home.Location));
        Assert.NotNull(guest.Cookie(SessionCookie.Name));
        await using var db = await Portal.Database.OpenAsync();
        Assert.Null((await db.OutgoingMails.SingleAsync(Cancellation)).SentAt);
    }

    [Fact]
    public async Task TheSignInPageLeadsThere()
    {
        var outbox = await (await Portal.OpenBrowser().OpenAsync<SignInPage>()).FollowAsync<WebPage>("a[href='/demo/outbox']");
        Assert.Equal((HttpStatusCode.OK, "Mail of the demo"), (outbox.Status, outbox.Heading));
    }
}
