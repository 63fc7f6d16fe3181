using System.Net;

using CompetencyPortal.Data;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>What a request says of its host leads nobody anywhere: a foreign name is refused, and what proxies are said to have seen is not believed.</summary>
public sealed class HostTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Evil = "evil.example";

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new(KnownHosts.Setting, "portal.example; *.portal.example")];

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("localhost:8443", 200)]
    [InlineData("portal.example", 200)]
    [InlineData("PORTAL.example", 200)]
    [InlineData("eu.portal.example", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("portal.example.evil.example", 400)]
    [InlineData("evilportal.example", 400)]
    [InlineData("127.0.0.1", 400)]
    [InlineData("[::1]", 400)]
    [InlineData("localhost@evil.example", 400)]
    public async Task Page_UnderAName_IsThereOrRefused(string host, int status)
    {
        var page = await GetAsync(SignInPage.Address, host);
        Assert.Equal(status, (int)page.Status);
        Assert.DoesNotContain(Evil, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForeignName_IsRefusedWithAPageAndItsHeaders()
    {
        var page = await GetAsync("/", Evil);
        Assert.Equal((HttpStatusCode.BadRequest, "This request cannot be understood"), (page.Status, page.Heading));
        Assert.True(page.Response.Headers.Contains("Content-Security-Policy"));
    }

    /// <summary>Whatever probes a node may know its address alone.</summary>
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task AProbe_UnderAnyName_IsAnswered(string address) => Assert.Equal(HttpStatusCode.OK, (await GetAsync(address, "10.0.0.17:8080")).Status);

    [Fact]
    public async Task WhatHeadersClaimOfTheHost_AppearsNowhere()
    {
        var pages = await Crawl.AsPartnerAndStaffAsync(Portal, request =>
        {
            foreach (var header in new[] { "X-Forwarded-Host", "X-Host", "X-Forwarded-Server", "X-Original-Host", "X-HTTP-Host-Override", "X-Forwarded-Prefix" })
            {
                request.Headers.Add(header, Evil);
            }

            request.Headers.Add("Forwarded", $"host={Evil};proto=http");
            request.Headers.Add("X-Original-URL", $"https://{Evil}/");
            request.Headers.Add("X-Rewrite-URL", $"https://{Evil}/");
        });
        foreach (var page in pages)
        {
            Assert.DoesNotContain(Evil, $"{page.Response.Headers}{page.Document.Source.Text}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/program/markets?asOf=2018-01-02")]
    [InlineData("/account/sign-out")]
    public async Task ARedirect_IsLocal_WhateverTheHeadersClaim(string address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Forwarded-Host", Evil);
        request.Headers.Add("X-Forwarded-Proto", "http");
        var answer = await Portal.OpenBrowser().SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production", "https://portal.example/start", null, "portal.example")]
    [InlineData("Production", null, "a.example;b.example", "a.example", "b.example")]
    [InlineData("Production", "https://portal.example", "node1.internal", "node1.internal", "portal.example")]
    [InlineData("Production", "https://bücher.example", null, "xn--bcher-kva.example")]
    [InlineData("Development", null, null, "localhost", "127.0.0.1", "[::1]")]
    [InlineData("Development", null, "*", "*", "localhost", "127.0.0.1", "[::1]")]
    public void Read_WhatIsSet_NamesTheHosts(string environment, string? address, string? allowed, params string[] hosts) =>
        Assert.Equal(hosts, KnownHosts.Read(Configuration(address, allowed), new Env(environment)));

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "")]
    [InlineData(null, "*")]
    [InlineData("https://portal.example", "portal.example;*")]
    public void Read_NothingOrEverything_OutsideDevelopment_IsRefused(string? address, string? allowed) =>
        Assert.Contains(KnownHosts.Setting, Assert.Throws<StartRefusedException>(() => KnownHosts.Read(Configuration(address, allowed), new Env("Production"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Program_WithoutAHost_EndsAndSaysSo() =>
        Assert.Contains("Portal:Address", await RefusedStart.ReasonAsync(TestCertificate.Shared.Settings), StringComparison.Ordinal);

    [Fact]
    public async Task Program_ThatWouldBelieveAnyProxy_EndsAndSaysSo() =>
        Assert.Contains(
            "Proxies:Known",
            await RefusedStart.ReasonAsync([.. TestCertificate.Shared.Settings, new("Portal:Address", "https://portal.example"), new("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]),
            StringComparison.Ordinal);

    private Task<WebPage> GetAsync(string address, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Host", host);
        return Portal.OpenBrowser().FollowAsync<WebPage>(request);
    }

    private static IConfiguration Configuration(string? address, string? allowed) => new ConfigurationBuilder()
        .AddInMemoryCollection([new(PublicAddress.Setting, address), new(KnownHosts.Setting, allowed)]).Build();

    private sealed class Env(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
