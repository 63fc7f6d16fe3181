using System.Net;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Account;

namespace CompetencyPortal.Web.Tests.Members;

/// <summary>Where the demo is not enabled nobody reads mail on a page, whoever they are.</summary>
public sealed class NoDemoOutboxStories(PostgreSqlFixture server) : MemberTest(server)
{
    [Fact]
    public async Task ThereIsNoSuchPage()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.OpenBrowser().OpenAsync("/demo/outbox")).Status);
        var admin = await Portal.SignInAsync(await Portal.AddStaffAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync("/demo/outbox")).Status);
        Assert.Null((await Portal.OpenBrowser().OpenAsync<SignInPage>()).Find("a[href='/demo/outbox']"));
    }
}
