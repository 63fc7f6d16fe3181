using System.Net;

using CompetencyPortal.Data.Entities;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;
using CompetencyPortal.Web.Tests.Isolation;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>
/// Nobody's browser is made to change anything: every handler that takes a post, found by enumeration, refuses one with no
/// token, with somebody else's, or with the right one from another site.
/// </summary>
public sealed class ForgeryTests(PostgreSqlFixture server) : PortalTest(server)
{
    private const string Token = "__RequestVerificationToken";
    private const string AntiforgeryCookie = "__Host-antiforgery";

    [Fact]
    public async Task EveryHandler_WithoutTheReadersOwnToken_RefusesThePost()
    {
        var organisation = await Portal.AddOrganisationAsync();
        var other = await Portal.AddOrganisationAsync("Tailspin");
        var otherStaff = await Portal.AddStaffAsync();
        var stranger = await TokenAsync(Portal.OpenBrowser());
        foreach (var (target, isStaff) in await TargetsAsync())
        {
            using var browser = await Portal.SignInAsync(isStaff ? await Portal.AddStaffAsync() : organisation.Admin);
            var own = await TokenAsync(browser);
            using var thief = await Portal.SignInAsync(isStaff ? otherStaff : other.Admin);
            var stolen = await TokenAsync(thief);

            await AssertRefusedAsync("no token", browser, target, null);
            await AssertRefusedAsync("an empty token", browser, target, "");
            await AssertRefusedAsync("a made-up token", browser, target, "CfDJ8" + new string('A', 150));
            await AssertRefusedAsync("a stranger's token", browser, target, stranger);
            await AssertRefusedAsync("another's token", browser, target, stolen);
            browser.Take([$"{AntiforgeryCookie}={thief.Cookie(AntiforgeryCookie)}; path=/; secure"]);
            await AssertRefusedAsync("another's token with its cookie", browser, target, stolen);
            await AssertRefusedAsync("their token without its cookie", browser, target, own);
        }
    }

    [Fact]
    public async Task EveryHandler_FromAnotherSite_RefusesThePost_EvenWithTheToken()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var admin = await Portal.SignInAsync(organisation.Admin);
        using var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var tokens = (Admin: await TokenAsync(admin), Staff: await TokenAsync(staff));
        foreach (var (target, isStaff) in await TargetsAsync())
        {
            var (browser, token) = isStaff ? (staff, tokens.Staff) : (admin, tokens.Admin);
            foreach (var (header, value) in new[]
            {
                ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", "anything"),
                ("Origin", "https://evil.example"), ("Origin", "https://localhost.evil.example"), ("Origin", "https://localhost:444"), ("Origin", "null"),
            })
            {
                await AssertRefusedAsync($"{header}: {value}", browser, target, token, (header, value));
            }
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "https://localhost:443")]
    public async Task APost_OfOurOwnPage_IsTaken(string? header, string? value)
    {
        using var browser = Portal.OpenBrowser();
        var answer = await PostAsync(browser, "/preferences?handler=Theme", await TokenAsync(browser), header is null ? null : (header, value!), KeyValuePair.Create("theme", (string?)"Dark"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>A link from elsewhere opens a page, as it should.</summary>
    [Fact]
    public async Task AGet_FromAnotherSite_IsAnswered()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.OK, (await Portal.OpenBrowser().SendAsync(request)).StatusCode);
    }

    /// <summary>Nothing is changed by following a link: whatever the address asks for, a GET leaves every row as it was.</summary>
    [Fact]
    public async Task AGet_OfAHandlerThatTakesPosts_ChangesNothing()
    {
        var organisation = await Portal.AddOrganisationAsync();
        using var admin = await Portal.SignInAsync(organisation.Admin);
        using var staff = await Portal.SignInAsync(await Portal.AddStaffAsync());
        var before = await CountAsync();
        foreach (var (target, isStaff) in await TargetsAsync())
        {
            await (isStaff ? staff : admin).SendAsync(new HttpRequestMessage(HttpMethod.Get, target));
        }

        Assert.Equal(before, await CountAsync());
    }

    /// <summary>
    /// The address of every handler that takes a post, and whether it is the staff's. The error page answers posts with what it
    /// says anyhow; and who has signed in completely is led away from the second factor's pages before any token is looked at.
    /// </summary>
    private async Task<IReadOnlyList<(string Address, bool IsStaff)>> TargetsAsync()
    {
        var pages = (await PortalRoute.OfAsync(Portal)).Where(route => route.Page is not null && route.Path is not "/Error").ToList();
        var targets =
            (from route in pages
             where !route.Policies.Contains(Policies.SecondFactorAwaited)
             from handler in route.Page!.HandlerMethods.Where(method => method.HttpMethod is not ("Get" or "Head")).Select(method => method.Name).Append(null).Distinct()
             select (route.AddressFor() + (handler is null ? "" : $"?handler={handler}"), route.Path.StartsWith("/program", StringComparison.Ordinal))).ToList();
        foreach (var expected in new[] { "/preferences?handler=Theme", "/preferences?handler=Language", "/account/sign-in?handler=Demo", "/revenue/add", "/account/sign-out" })
        {
            Assert.Contains(targets, target => string.Equals(target.Item1, expected, StringComparison.OrdinalIgnoreCase));
        }

        return targets;
    }

    private static async Task AssertRefusedAsync(string with, Browser browser, string target, string? token, (string, string)? header = null)
    {
        using var answer = await PostAsync(browser, target, token, header);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{target} with {with} answered {(int)answer.StatusCode}.");
    }

    private static async Task<HttpResponseMessage> PostAsync(
        Browser browser, string target, string? token, (string Name, string Value)? header = null, params KeyValuePair<string, string?>[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = new FormUrlEncodedContent(token is null ? fields : [new(Token, token), .. fields]),
        };
        if (header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await browser.SendAsync(request);
    }

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.OpenAsync("/preferences")).Find($"main input[name={Token}]")!.GetAttribute("value")!;

    private async Task<(int Events, int Drafts, int Sessions)> CountAsync()
    {
        await using var db = await Portal.Database.OpenAsync();
        return (await db.AuditEvents.CountAsync(one => one.Action != MissingKeyTrail.Action, Cancellation), await db.Set<RuleDraft>().CountAsync(Cancellation), await db.Set<UserSession>().CountAsync(Cancellation));
    }
}
