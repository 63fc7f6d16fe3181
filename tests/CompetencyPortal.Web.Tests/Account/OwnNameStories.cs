using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>The name that a person gives themselves stands in mail to others.</summary>
public sealed class OwnNameStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("URGENT: confirm at https://evil.example/x")]
    [InlineData("Ana\r\nBcc: everybody@example.com")]
    [InlineData("<b>Ana</b>")]
    [InlineData("ana@evil.example")]
    public async Task ANameThatCouldLeadAstrayIsRefused(string name)
    {
        var browser = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin);
        var form = (await browser.OpenAsync("/account")).Form("main form[method=post]:has([name='Input.Name'])");
        form["Input.Name"] = name;

        var refused = await form.SubmitAsync<WebPage>();

        Assert.Single(refused.Errors);
        Assert.Equal("Ana of Fabrikam", (await browser.OpenAsync("/account")).Form("main form[method=post]:has([name='Input.Name'])")["Input.Name"]);
    }
}
