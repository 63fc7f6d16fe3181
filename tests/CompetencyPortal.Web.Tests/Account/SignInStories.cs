using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SignInStories(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task StaffCanSignInWithTheirPassword()
    {
        await AddAccountAsync("ingrid@programme.example");
        var browser = Portal.OpenBrowser();
        var signIn = await browser.OpenAsync<SignInPage>();
        var page = await signIn.SignInAsync("Ingrid@programme.example ", Password);
        Assert.Equal("/program", page.Location);
        Assert.Contains("Ingrid Solheim", page.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyCanSignInWithAWrongPassword()
    {
        await AddAccountAsync("ingrid@programme.example");
        var browser = Portal.OpenBrowser();
        var page = await (await browser.OpenAsync<SignInPage>()).TryAsync("ingrid@programme.example", "wrong horse battery staple");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Single(page.Errors);
        Assert.Null(browser.Cookie("__Host-session"));
    }

    private async Task<PortalUser> AddAccountAsync(string email)
    {
        var user = Rows.User(role: PortalRole.ProgrammeEditor, email: email, displayName: "Ingrid Solheim");
        await using var scope = Portal.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password);
        Assert.True(created.Succeeded, created.ToString());
        return user;
    }
}
