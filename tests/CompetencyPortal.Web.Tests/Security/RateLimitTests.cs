using System.Net;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.RateLimits;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Isolation;

using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Within a minute there are ten attempts on an account and ten from an address: by default, and whatever is claimed.</summary>
public sealed class RateLimitTests(PostgreSqlFixture server) : AccountTest(server)
{
    private const int Allowed = 10;
    private const string Proxy = "10.0.0.1";

    private readonly Caller _caller = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("RateLimits:Attempts", $"{new AttemptLimitOptions().Attempts}"), new(KnownProxies.Setting, $"{Proxy};10.0.1.0/24")];

    protected override void AddServices(IServiceCollection services) => services.AddSingleton<IStartupFilter>(_caller);

    [Fact]
    public async Task TheEleventhAttemptFromAnAddressIsRefusedWhateverTheAccount()
    {
        await AddAccountAsync();
        for (var i = 0; i < Allowed; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await FailAsync($"nobody{i}@programme.example")).Status);
        }

        var refused = await FailAsync(Email, Password);
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many attempts"), (refused.Status, refused.Heading));
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 65);

        _caller.Address = IPAddress.Parse("203.0.113.8");
        Assert.Equal("/program", (await SignInAsync(Portal.OpenBrowser())).Location);
    }

    [Theory]
    [InlineData(Email)]
    [InlineData("nobody@programme.example")]
    public async Task TheEleventhAttemptOnAnAccountIsRefusedWhereverItComesFrom(string email)
    {
        await AddAccountAsync();
        for (var i = 0; i < Allowed; i++)
        {
            _caller.Address = IPAddress.Parse($"203.0.113.{i}");
            Assert.Equal(HttpStatusCode.OK, (await FailAsync(i % 2 is 0 ? email : $" {email.ToUpperInvariant()} ")).Status);
        }

        _caller.Address = IPAddress.Parse("198.51.100.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await FailAsync(email)).Status);
        Assert.Equal(HttpStatusCode.OK, (await FailAsync("somebody.else@programme.example")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("CF-Connecting-IP")]
    public async Task ClaimingOtherAddressesDoesNotHelp(string header)
    {
        for (var i = 0; i < Allowed; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await TryAsync($"nobody{i}@programme.example", header, $"198.51.100.{i}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("nobody@programme.example", header, "198.51.100.99"));
    }

    [Fact]
    public async Task BehindKnownProxiesTheAddressThatTheOutermostSawCounts()
    {
        _caller.Address = IPAddress.Parse(Proxy);
        for (var i = 0; i < Allowed; i++)
        {
            // What the client claims itself stands further left, and is not believed.
            Assert.Equal(HttpStatusCode.OK, await TryAsync($"nobody{i}@programme.example", "X-Forwarded-For", $"192.0.2.{i}, 198.51.100.1, 10.0.1.9"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("nobody@programme.example", "X-Forwarded-For", "192.0.2.99, 198.51.100.1"));
        Assert.Equal(HttpStatusCode.OK, await TryAsync("nobody@programme.example", "X-Forwarded-For", "192.0.2.1, 198.51.100.2"));
    }

    [Fact]
    public async Task AnIPv6NetworkIsOneCaller()
    {
        for (var i = 0; i < Allowed; i++)
        {
            _caller.Address = IPAddress.Parse($"2001:db8:1:2:{i + 1}::1");
            Assert.Equal(HttpStatusCode.OK, (await FailAsync($"nobody{i}@programme.example")).Status);
        }

        _caller.Address = IPAddress.Parse("2001:db8:1:2:ffff::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await FailAsync()).Status);
        _caller.Address = IPAddress.Parse("2001:db8:1:3::1");
        Assert.Equal(HttpStatusCode.OK, (await FailAsync()).Status);
    }

    [Fact]
    public async Task AttemptsMadeAtOnceAreNoMoreThanThoseMadeOneByOne()
    {
        var pages = new List<SignInPage>();
        for (var i = 0; i < 3 * Allowed; i++)
        {
            pages.Add(await Portal.OpenBrowser().OpenAsync<SignInPage>());
        }

        var answers = await Task.WhenAll(pages.Select((page, i) => page.TryAsync($"nobody{i}@programme.example", WrongPassword)));
        Assert.Equal(Allowed, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal(2 * Allowed, answers.Count(answer => answer.Status is HttpStatusCode.TooManyRequests));
    }

    /// <summary>Whatever is open to strangers and takes what they post is limited, or has nothing to guess and stands here.</summary>
    [Fact]
    public async Task EveryDoorIsLimited()
    {
        string[] nothingToGuess = ["/Error", "/Preferences"];
        var doors = (await PortalRoute.OfAsync(Portal)).Where(route => route.IsOpen && route.Page is { } page && page.HandlerMethods.Any(handler => handler.HttpMethod is "Post")).ToList();

        Assert.Contains(doors, door => door.Path is "/account/sign-in");
        Assert.DoesNotContain(
            doors, door => !nothingToGuess.Contains(door.Path) && !door.Page!.FilterDescriptors.Any(filter => filter.Filter is LimitAttemptsAttribute));
    }

    private async Task<HttpStatusCode> TryAsync(string email, string header, string value)
    {
        var browser = Portal.OpenBrowser();
        var page = await browser.OpenAsync<SignInPage>();
        var request = new HttpRequestMessage(HttpMethod.Post, SignInPage.Address)
        {
            Content = new FormUrlEncodedContent([
                new("__RequestVerificationToken", page.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")),
                new("Input.Email", email), new("Input.Password", WrongPassword)]),
        };
        request.Headers.Add(header, value);
        return (await browser.SendAsync(request)).StatusCode;
    }
}
