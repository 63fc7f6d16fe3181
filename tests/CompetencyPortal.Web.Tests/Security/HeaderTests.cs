using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>The headers of every kind of answer: a page, a file, a redirect, an error, a health check.</summary>
public sealed class HeaderTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Theory]
    [InlineData("/account/sign-in", 200)]
    [InlineData("/preferences", 200)]
    [InlineData("/preferences?asOf=yesterday", 400)]
    [InlineData("/account/sign-out", 302)]
    [InlineData("/nowhere", 404)]
    [InlineData("/error", 404)]
    [InlineData("/css/site.css", 200)]
    [InlineData("/css/nowhere.css", 404)]
    [InlineData("/health/live", 200)]
    public async Task EveryAnswer_ProtectsItsReader(string address, int status)
    {
        var answer = await Portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Matches("^[0-9a-f]{32}$", Header(answer, "X-Correlation-Id"));
        Assert.Null(Header(answer, "Server"));
    }

    [Fact]
    public async Task EveryAnswer_AsksForHttpsFromThenOn_OutsideDevelopment()
    {
        // Browsers, and the framework, leave the host named localhost out of it.
        var answer = await Portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://portal.example/account/sign-in"));

        Assert.StartsWith("max-age=31536000", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/preferences")]
    [InlineData("/nowhere")]
    public async Task NoPage_IsStored(string address)
    {
        var answer = await Portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task EveryCookie_IsForThisHostAlone()
    {
        var browser = Portal.OpenBrowser();
        var page = await browser.OpenAsync("/preferences");
        var choice = await page.Form("main form[action*=Theme]").SendAsync("Dark");

        var cookies = page.Response.Headers.GetValues("Set-Cookie").Concat(choice.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-theme=Dark", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
