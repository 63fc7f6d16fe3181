using System.Diagnostics;
using System.Net;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Account;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>The database goes, or hangs, under a running portal: everybody learns it soon, nothing is lost unsaid, and it comes back by itself.</summary>
public sealed class OutageStories : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Beside the bar, for a machine that does other things as well.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly StoppableServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task WhenTheDatabaseIsStoppedEverybodyLearnsItAndItComesBack()
    {
        using var log = new LogFile();
        await using var portal = await PortalHost.StartAsync(_server, services: log.WriteFrom);
        var (admin, stranger, form) = await ArriveAsync(portal);

        await _server.StopAsync();
        var page = await AssertUnavailableAsync(() => admin.OpenAsync("/customers"));
        var logged = (await log.ReadLinesAsync()).Where(line => line.Contains(page.Text("main code"), StringComparison.Ordinal)).ToList();
        Assert.Contains(logged, line => line.Contains("NpgsqlException", StringComparison.Ordinal) && line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal));
        await AssertUnavailableAsync(() => admin.OpenAsync("/"));
        await AssertUnavailableAsync(async () => await SignInAsync(stranger));
        await AssertUnavailableAsync(() => form.SubmitAsync<WebPage>());
        Assert.Equal(HttpStatusCode.OK, (await portal.OpenBrowser().OpenAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.OpenAsync("/css/site.css")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.OpenBrowser().OpenAsync("/health/ready")).Status);

        await _server.StartAsync();
        await AssertBackAsync(portal, admin, form);
    }

    [Fact]
    public async Task WhenTheDatabaseHangsEverybodyLearnsItAndItComesBack()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that lets a process stand still.");
        await using var portal = await PortalHost.StartAsync(_server);
        var (admin, stranger, form) = await ArriveAsync(portal);

        await _server.HangAsync();
        await AssertUnavailableAsync(() => admin.OpenAsync("/customers"));
        await AssertUnavailableAsync(async () => await SignInAsync(stranger));
        await AssertUnavailableAsync(() => form.SubmitAsync<WebPage>());

        await _server.GoOnAsync();
        await AssertBackAsync(portal, admin, form);
    }

    /// <summary>A node that starts while the database is gone has not even the keys that protect forms.</summary>
    [Fact]
    public async Task ANodeThatStartsMeanwhileSaysSoTooAndServesAsSoonAsItCan()
    {
        await using var portal = await PortalHost.StartAsync(_server);
        var (admin, _, form) = await ArriveAsync(portal);
        await _server.StopAsync();

        await using var other = portal.StartAnotherNode();
        using var there = Copy(admin, other);
        await AssertUnavailableAsync(() => there.OpenAsync("/customers"));
        await AssertUnavailableAsync(() => other.OpenBrowser().OpenAsync(SignInPage.Address));

        await _server.StartAsync();
        await AssertBackAsync(other, there, form);
    }

    private static async Task<(Browser Admin, SignInPage Stranger, Form Form)> ArriveAsync(PortalHost portal)
    {
        var admin = await portal.SignInAsync((await portal.AddOrganisationAsync()).Admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.OpenAsync("/customers")).Status);
        var form = (await admin.OpenAsync("/customers/add")).Form();
        form["Input.Name"] = "Typed before the outage";
        return (admin, await portal.OpenBrowser().OpenAsync<SignInPage>(), form);
    }

    private static Task<WebPage> SignInAsync(SignInPage page) => page.SignInAsync<WebPage>("somebody@programme.example", "a password of some length");

    /// <summary>Asks, and has the page of an outage in time, which tells nothing of what happened inside.</summary>
    private static async Task<WebPage> AssertUnavailableAsync(Func<Task<WebPage>> ask)
    {
        var watch = Stopwatch.StartNew();
        var page = await ask();
        Assert.True(watch.Elapsed < Soon + Slack, $"{page.Location} took {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.True(page.Status is HttpStatusCode.ServiceUnavailable, page.ToString());
        Assert.Equal("The portal is unavailable for a moment", page.Heading);
        var html = page.Document.DocumentElement.OuterHtml;
        foreach (var inside in new[] { "SELECT", "Npgsql", "   at ", "Exception", "57P0", ".cs:line", "PGSQL" })
        {
            Assert.DoesNotContain(inside, html, StringComparison.Ordinal);
        }

        return page;
    }

    /// <summary>Waits for the first page, and then submits the form that failed: what it holds is saved once.</summary>
    private static async Task AssertBackAsync(PortalHost portal, Browser admin, Form form)
    {
        var waited = Stopwatch.StartNew();
        while ((await admin.OpenAsync("/customers")).Status is not HttpStatusCode.OK)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "The portal does not come back.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await CountAsync(portal));
        Assert.Equal(HttpStatusCode.OK, (await form.SubmitAsync<WebPage>()).Status);
        Assert.Equal(1, await CountAsync(portal));
        Assert.Equal("Sign in", (await portal.OpenBrowser().OpenAsync(SignInPage.Address)).Heading);
    }

    private static async Task<int> CountAsync(PortalHost portal)
    {
        await using var db = portal.Database.OpenAsOwner();
        return await db.Customers.IgnoreQueryFilters().CountAsync(customer => customer.Name == "Typed before the outage", TestContext.Current.CancellationToken);
    }

    private static Browser Copy(Browser from, PortalHost node)
    {
        var browser = node.OpenBrowser();
        browser.Take([.. new[] { "__Host-session", "__Host-antiforgery" }.Select(name => $"{name}={from.Cookie(name)}; path=/; secure")]);
        return browser;
    }
}
