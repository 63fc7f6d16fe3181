using System.Net.Sockets;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>The headers of every kind of answer: a page, a file, a redirect, an error, a health check.</summary>
public sealed class HeaderTests(PostgreSqlFixture server) : PortalTest(server)
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new(KnownHosts.Setting, "portal.example")];

    protected override void AddServices(IServiceCollection services) =>
        services.Configure<MvcOptions>(options => options.Filters.Add<Failing>());

    [Theory]
    [InlineData("GET", "/account/sign-in", 200)]
    [InlineData("GET", "/preferences", 200)]
    [InlineData("GET", "/preferences?asOf=yesterday", 400)]
    [InlineData("POST", "/preferences?handler=Theme", 400)]
    [InlineData("GET", "/account/sign-out", 302)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/error", 404)]
    [InlineData("GET", "/css/site.css", 200)]
    [InlineData("HEAD", "/css/site.css", 200)]
    [InlineData("GET", "/css/nowhere.css", 404)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("POST", "/account/sign-in", 400)]
    [InlineData("PUT", "/nowhere", 404)]
    [InlineData("GET", "/account/sign-in?handler=nothing", 200)]
    [InlineData("OPTIONS", "/account/sign-in", 200)]
    [InlineData("TRACE", "/account/sign-in", 405)]
    public async Task EveryAnswer_ProtectsItsReader(string method, string address, int status)
    {
        var answer = await Portal.OpenBrowser().SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(status, (int)answer.StatusCode);
        AssertProtected(answer);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task EveryError_ProtectsItsReader_AndIsAPage(int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/preferences");
        request.Headers.Add(Failing.Header, $"{status}");
        var page = await Portal.OpenBrowser().FollowAsync<WebPage>(request);

        Assert.Equal(status, (int)page.Status);
        Assert.NotEmpty(page.Heading);
        AssertProtected(page.Response);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
    }

    /// <summary>What the policy forbids is not asked for either: a page that needs it would be broken.</summary>
    [Fact]
    public async Task Everything_ThatSomebodySignedInReaches_ProtectsItsReader_AndIsNotStored()
    {
        foreach (var page in await Crawl.AsPartnerAndStaffAsync(Portal))
        {
            AssertProtected(page.Response);
            var type = page.Response.Content.Headers.ContentType?.MediaType;
            var isFile = type is "text/css" or "text/javascript" or "image/svg+xml";
            Assert.True(isFile || page.Response.Headers.CacheControl is { NoStore: true, Public: false }, $"{page.Location} may be stored: {page.Response.Headers.CacheControl}");
            Assert.All(page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], AssertOfThisHostAlone);
            if (type is "text/html")
            {
                var inline = page.Document.QuerySelectorAll("script:not([src]), style, [style], iframe, object, embed, base, meta[http-equiv]")
                    .Concat(page.Document.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))));
                var elsewhere = page.Document.All.SelectMany(element => new[] { "src", "href", "action", "formaction" }.Select(element.GetAttribute))
                    .Where(address => address is not null && !address.StartsWith("otpauth://totp/", StringComparison.Ordinal) && !address.StartsWith("data:image/png;", StringComparison.Ordinal)
                        && (address.Contains("//", StringComparison.Ordinal) || address.Contains("script:", StringComparison.OrdinalIgnoreCase)));
                Assert.True(!inline.Any() && !elsewhere.Any(), $"{page.Location} holds {inline.FirstOrDefault()?.OuterHtml}{elsewhere.FirstOrDefault()}.");
            }
        }
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
    [InlineData("/health/ready")]
    public async Task NoAnswerToAStranger_IsStored(string address)
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
        Assert.All(cookies, AssertOfThisHostAlone);
    }

    private static void AssertOfThisHostAlone(string cookie)
    {
        Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertProtected(HttpResponseMessage answer)
    {
        var where = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}";
        Assert.True(
            Header(answer, "Content-Security-Policy")
            is "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            $"{where} has the policy “{Header(answer, "Content-Security-Policy")}”.");
        Assert.Null(Header(answer, "Content-Security-Policy-Report-Only"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Matches("^[0-9a-f]{32}$", Header(answer, "X-Correlation-Id"));
        Assert.Null(Header(answer, "Server"));
        Assert.Null(Header(answer, "X-Powered-By"));
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>Fails a page as the request asks: by a status, or from 500 on by an exception.</summary>
    private sealed class Failing : IAsyncPageFilter
    {
        public const string Header = "X-Test-Fail";

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if (context.ActionDescriptor.ViewEnginePath is "/Error" || !int.TryParse(context.HttpContext.Request.Headers[Header], out var status))
            {
                return next();
            }

            context.Result = status switch
            {
                500 => throw new InvalidOperationException("a fault"),
                503 => throw new SocketException((int)SocketError.ConnectionRefused),
                _ => new StatusCodeResult(status),
            };
            return Task.CompletedTask;
        }
    }
}
