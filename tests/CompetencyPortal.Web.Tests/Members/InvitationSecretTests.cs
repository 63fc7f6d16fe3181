using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Members;

public sealed class InvitationSecretTests(PostgreSqlFixture server) : MemberTest(server)
{
    private readonly LogFile _log = LogFile.OfEverything();

    protected override void AddServices(IServiceCollection services) => _log.WriteFrom(services);

    /// <summary>From the form to the account, by way of somebody signed in, nothing writes the link down but the mail.</summary>
    [Fact]
    public async Task Log_OfAnInvitationsWholeLife_HoldsNoLink()
    {
        const string Email = "carla@fabrikam.example";
        var fabrikam = await Portal.AddOrganisationAsync();
        await (await InvitePage.OpenAsync(await Portal.SignInAsync(fabrikam.Admin))).InviteAsync("Carla", Email, PortalRole.PartnerMember);
        var link = await LinkToAsync(Email);
        var page = await OpenLinkAsync(await Portal.SignInAsync(fabrikam.Member), link);
        page = await page.Form("form[action*='handler=SignOut']").SubmitAsync<AcceptPage>();
        Assert.True(page.IsOpen);
        await page.AcceptAsync<WebPage>(Password);

        using var log = _log;
        var lines = await log.ReadLinesAsync();
        Assert.Contains(lines, line => line.Contains("account/invitation", StringComparison.Ordinal));
        foreach (var secret in new[] { link.Split('=')[1], Password })
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
