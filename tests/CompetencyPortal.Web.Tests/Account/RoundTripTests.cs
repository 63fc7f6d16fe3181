using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>A request asks once who makes it, whatever becomes of it; a stranger's asks nothing.</summary>
public sealed class RoundTripTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/customers")]
    [InlineData("/people")]
    [InlineData("/revenue")]
    [InlineData("/program")]
    [InlineData("/nowhere")]
    [InlineData("/revenue?asOf=tomorrow")]
    public async Task ARequest_OfAPartner_LooksItsSessionUpOnce(string address)
    {
        var browser = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        using var commands = new SentCommands(Portal.Database);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Single(commands.Take(), command => command.Contains("UserSessions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFile_ForSomebodySignedIn_AsksNothing()
    {
        var browser = await Portal.SignInAsync(await Portal.AddStaffAsync());
        using var commands = new SentCommands(Portal.Database);
        Assert.True((await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/css/site.css"))).IsSuccessStatusCode);
        Assert.Empty(commands.Take());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/program")]
    [InlineData("/account/sign-in")]
    [InlineData("/nowhere")]
    public async Task ARequest_OfAStranger_AsksNothing(string address)
    {
        var browser = Portal.OpenBrowser();
        await browser.OpenAsync("/account/sign-in");
        using var commands = new SentCommands(Portal.Database);
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Empty(commands.Take());
    }
}
