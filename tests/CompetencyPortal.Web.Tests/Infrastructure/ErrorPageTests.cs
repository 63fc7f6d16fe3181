using System.Net.Sockets;
using System.Text.Json;

using AngleSharp.Html.Dom;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>Whatever fails, the reader sees a page of the portal in their language, and nobody sees a stack trace.</summary>
public sealed class ErrorPageTests(PostgreSqlFixture server)
{
    [Theory]
    [InlineData("en", "en", "There is nothing here")]
    [InlineData("fr-CA", "fr", "Il n’y a rien ici")]
    [InlineData("es", "es", "Aquí no hay nada")]
    [InlineData("ru", "ru", "Здесь ничего нет")]
    [InlineData("zh-TW", "zh-Hant", "此處沒有內容")]
    public async Task AnUnknownAddress_IsAnsweredInTheReadersLanguage(string language, string culture, string title)
    {
        await using var portal = await PortalHost.StartAsync(server);

        var page = await portal.OpenBrowser(language).OpenAsync("/nowhere");

        Assert.Equal(404, (int)page.Status);
        Assert.Equal(title, page.Heading);
        Assert.Equal(culture, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(page.Response.Headers.GetValues("X-Correlation-Id").Single(), page.Text("main code"));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task AFault_ShowsNoStackTrace_InAnyEnvironment(string environment)
    {
        await using var portal = await FailingAsync(() => new InvalidOperationException("the secret of the fault"), environment);

        var page = await portal.OpenBrowser().OpenAsync("/preferences");

        Assert.Equal(500, (int)page.Status);
        Assert.Equal("Something went wrong on our side", page.Heading);
        Assert.DoesNotContain("secret", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(portal.Log.Lines, line => line.Contains("the secret of the fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFault_StandsInTheLog_UnderTheIdThatItsPageShows()
    {
        using var log = new LogFile();
        await using var portal = await FailingAsync(() => new InvalidOperationException("the cause of it all"), log: log);

        var page = await portal.OpenBrowser().OpenAsync("/preferences");

        var id = page.Text("main code");
        Assert.Matches("^[0-9a-f]{32}$", id);
        var events = (await log.ReadLinesAsync()).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(one => one.TryGetProperty("TraceId", out var trace) && trace.GetString() == id).ToList();
        Assert.Contains(events, one => one.TryGetProperty("Exception", out var fault) && fault.GetString()!.Contains("the cause of it all", StringComparison.Ordinal));
        Assert.Contains(events, one => one.GetProperty("Properties").TryGetProperty("StatusCode", out var status) && status.GetInt32() is 500);
    }

    [Fact]
    public async Task AFaultOfTheDatabase_TellsNobodyItsStatement()
    {
        await using var portal = await PortalHost.StartAsync(server);
        var browser = await portal.SignInAsync(await portal.AddStaffAsync());
        await using (var db = portal.Database.OpenAsOwner())
        {
            await db.Database.ExecuteSqlAsync($"""ALTER TABLE "CountryMarkets" RENAME TO "Gone" """, TestContext.Current.CancellationToken);
        }

        var page = await browser.OpenAsync("/program/markets");

        Assert.Equal((500, "Something went wrong on our side"), ((int)page.Status, page.Heading));
        foreach (var inside in new[] { "SELECT", "CountryMarkets", "42P01", "Npgsql", "   at ", "Exception" })
        {
            Assert.DoesNotContain(inside, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Contains(portal.Log.Lines, line => line.Contains("42P01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADatabaseThatIsGone_IsUnavailable_NotAFault()
    {
        await using var portal = await FailingAsync(() => new InvalidOperationException(
            "An exception has been raised that is likely due to a transient failure.",
            new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused))));

        var page = await portal.OpenBrowser().OpenAsync("/preferences");

        Assert.Equal(503, (int)page.Status);
        Assert.Equal("The portal is unavailable for a moment", page.Heading);
    }

    [Fact]
    public async Task APostWithoutItsToken_IsRefusedWithAPage()
    {
        await using var portal = await PortalHost.StartAsync(server);

        var page = await portal.OpenBrowser().FollowAsync<WebPage>(new HttpRequestMessage(HttpMethod.Post, "/preferences?handler=Theme")
        {
            Content = new FormUrlEncodedContent([new("theme", "Dark")]),
        });

        Assert.Equal(400, (int)page.Status);
        Assert.Equal("This request cannot be understood", page.Heading);
    }

    [Fact]
    public async Task ThePageOfAnError_LeadsBackToWhereItHappened_AfterAChoiceOfLanguage()
    {
        await using var portal = await PortalHost.StartAsync(server);
        var page = await portal.OpenBrowser().OpenAsync("/nowhere?page=2");

        var choice = new Form(page, (IHtmlFormElement)page.Find("header form[action*=Language]")!);
        var again = await choice.SubmitAsync<WebPage>("Français");

        Assert.Equal("/nowhere?page=2", again.Location);
        Assert.Equal("Il n’y a rien ici", again.Heading);
    }

    [Fact]
    public async Task AFault_HoldsItsReaderToHttps_LikeAnyAnswer()
    {
        await using var portal = await FailingAsync(() => new InvalidOperationException("a fault"));

        using var answer = await portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, "https://portal.example/preferences"));

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    private Task<PortalHost> FailingAsync(Func<Exception> fault, string environment = "Production", LogFile? log = null) => PortalHost.StartAsync(
        server,
        [new("environment", environment), new("Demo:Enabled", "false"), new("AllowedHosts", "localhost;portal.example")],
        services =>
        {
            log?.WriteFrom(services);
            services.Configure<MvcOptions>(options => options.Filters.Add(new Failing(fault)));
        });

    private sealed class Failing(Func<Exception> fault) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
            context.ActionDescriptor.ViewEnginePath is "/Error" ? Task.CompletedTask : throw fault();

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
    }
}
