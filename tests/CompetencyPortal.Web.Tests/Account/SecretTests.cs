using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure.Sessions;

using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Account;

public sealed class SecretTests(PostgreSqlFixture server) : AccountTest(server)
{
    private const string MistypedPassword = "correct horse battery stapel";

    /// <summary>Not even a log that keeps everything holds what would let its reader in.</summary>
    [Fact]
    public async Task Log_OfEverything_HoldsNoSecret()
    {
        var user = await AddAccountAsync();
        await FailAsync(password: MistypedPassword);
        var browser = Portal.OpenBrowser();
        var page = await SignInAsync(browser);
        var cookie = browser.Cookie(SessionCookie.Name)!;
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Headers.Cookie = $"{SessionCookie.Name}={cookie}";
        var token = Portal.Services.GetRequiredService<SessionCookie>().Read(request)!;
        await SignOutAsync(page);

        var lines = Portal.Log.Lines;
        Assert.Contains(lines, line => line.Contains("account/sign-in answered", StringComparison.Ordinal));
        foreach (var secret in new[] { Password, MistypedPassword, cookie, token.Reveal(), Convert.ToHexString(token.Hash()), user.PasswordHash! })
        {
            Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
