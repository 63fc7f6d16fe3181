using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Isolation;

/// <summary>Who comes in where: every endpoint, found by enumeration, tried by everyone.</summary>
public sealed class AccessTests(PostgreSqlFixture server) : PortalTest(server)
{
    /// <summary>All that is open to the anonymous, beside files. Whoever adds a line here opens a door.</summary>
    private static readonly string[] Open =
    [
        "/Error", "/Preferences", "/account/forgot", "/account/invitation", "/account/passkeys/sign-in", "/account/reset", "/account/sign-in", "/demo/outbox",
        "/health/live", "/health/ready", "/{*path}",
    ];

    internal static readonly Dictionary<string, PortalRole[]> MayEnter = new()
    {
        [Policies.AnySession] = Enum.GetValues<PortalRole>(),
        [Policies.SignedIn] = Enum.GetValues<PortalRole>(),
        [Policies.SecondFactorAwaited] = [],
        [Policies.Partner] = [PortalRole.PartnerAdmin, PortalRole.PartnerMember],
        [Policies.PartnerAdmin] = [PortalRole.PartnerAdmin],
        [Policies.Staff] = [PortalRole.ProgrammeEditor, PortalRole.ProgrammeAdmin],
        [Policies.ProgrammeAdmin] = [PortalRole.ProgrammeAdmin],
    };

    [Fact]
    public async Task Endpoints_WithoutAPolicy_AreThoseNamedHere() =>
        Assert.Equal(Open, (await RoutesAsync()).Where(route => route.IsOpen).Select(route => route.Path).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Endpoints_WhenNobodyIsSignedIn_AskToSignIn()
    {
        var browser = Portal.OpenBrowser();
        foreach (var route in await ProtectedAsync())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var response = await browser.SendAsync(new HttpRequestMessage(method, route.AddressFor()));
                Assert.True(
                    response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal),
                    $"{method} {route} answered {(int)response.StatusCode}.");
            }
        }
    }

    [Theory]
    [InlineData(PortalRole.PartnerAdmin)]
    [InlineData(PortalRole.PartnerMember)]
    [InlineData(PortalRole.ProgrammeEditor)]
    [InlineData(PortalRole.ProgrammeAdmin)]
    public async Task Endpoints_ForEachRole_LetInWhomTheirPolicyNames(PortalRole role)
    {
        var browser = await SignInAsync(role);
        foreach (var route in await ProtectedAsync())
        {
            var mayEnter = route.Policies.All(policy => MayEnter[policy].Contains(role));
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var response = await browser.SendAsync(new HttpRequestMessage(method, route.AddressFor()));
                var isIn = response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                    || response.Headers.Location is { OriginalString: var next } && !next.StartsWith("/account/", StringComparison.Ordinal);
                var home = role is PortalRole.PartnerAdmin or PortalRole.PartnerMember ? "/" : "/program";
                var isAtTheirDoor = (route.Path is "/" || route.Policies.Contains(Policies.SecondFactorAwaited)) && response.Headers.Location?.OriginalString == home;
                var isOut = response.StatusCode is HttpStatusCode.Forbidden || isAtTheirDoor;
                Assert.True(mayEnter ? isIn : isOut, $"{method} {route} answered a {role} with {(int)response.StatusCode}.");
            }
        }
    }

    /// <summary>Whoever has shown the password and nothing else is led to the second step, wherever they knock.</summary>
    [Fact]
    public async Task Endpoints_BeforeTheSecondFactor_AreThoseOfTheSecondStepAlone()
    {
        var browser = await Portal.SignInAsync((await Portal.AddOrganisationAsync()).Admin, stage: SessionStage.SecondFactorAwaited);
        var routes = await ProtectedAsync();
        Assert.Contains(routes, route => route.Policies.Contains(Policies.SecondFactorAwaited));
        foreach (var route in routes.Where(route => !route.Policies.All(policy => policy is Policies.SecondFactorAwaited or Policies.AnySession)))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                var response = await browser.SendAsync(new HttpRequestMessage(method, route.AddressFor()));
                Assert.True(
                    response.StatusCode is HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.StartsWith("/account/second-factor", StringComparison.Ordinal),
                    $"{method} {route} answered {(int)response.StatusCode}.");
            }
        }
    }

    [Fact]
    public async Task Pages_PostedToWithoutAToken_RefuseIt()
    {
        var awaiting = await Portal.SignInAsync(await Portal.AddStaffAsync(), stage: SessionStage.SecondFactorAwaited);
        var admin = await SignInAsync(PortalRole.PartnerAdmin);
        var staff = await SignInAsync(PortalRole.ProgrammeAdmin);
        var pages = (await RoutesAsync()).Where(route => route.Page is not null && route.Path is not "/Error").ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var browser = page.Policies.Contains(Policies.SecondFactorAwaited) ? awaiting : page.Policies.Contains(Policies.Staff) ? staff : admin;
            foreach (var handler in page.Page!.HandlerMethods.Where(method => method.HttpMethod is "Post").Select(method => method.Name).Append(null))
            {
                var address = page.AddressFor() + (handler is null ? "" : $"?handler={handler}");
                var response = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([]) });
                Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{address} answered {(int)response.StatusCode}.");
            }
        }
    }

    private Task<IReadOnlyList<PortalRoute>> RoutesAsync() => PortalRoute.OfAsync(Portal);

    private async Task<List<PortalRoute>> ProtectedAsync() => [.. (await RoutesAsync()).Where(route => !route.IsOpen)];

    private async Task<Browser> SignInAsync(PortalRole role) => await Portal.SignInAsync(role switch
    {
        PortalRole.PartnerAdmin => (await Portal.AddOrganisationAsync()).Admin,
        PortalRole.PartnerMember => (await Portal.AddOrganisationAsync()).Member,
        PortalRole.ProgrammeEditor or PortalRole.ProgrammeAdmin => await Portal.AddStaffAsync(role),
    });
}
