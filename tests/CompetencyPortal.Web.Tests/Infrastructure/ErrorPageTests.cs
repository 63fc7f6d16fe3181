using System.Net.Sockets;

using AngleSharp.Html.Parser;

using CompetencyPortal.Testing.Databases;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>Whatever fails, the reader sees a page of the portal in their language, and nobody sees a stack trace.</summary>
public sealed class ErrorPageTests(PostgreSqlFixture server)
{
    [Theory]
    [InlineData("en", "There is nothing here")]
    [InlineData("fr-CA", "Il n’y a rien ici")]
    [InlineData("es", "Aquí no hay nada")]
    [InlineData("ru", "Здесь ничего нет")]
    [InlineData("zh-TW", "此處沒有內容")]
    public async Task AnUnknownAddress_IsAnsweredInTheReadersLanguage(string language, string title)
    {
        await using var portal = await Portal.StartAsync(server);

        var answer = await portal.Browse(language).GetAsync("/nowhere", TestContext.Current.CancellationToken);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(title, page.QuerySelector("main h1")!.TextContent);
        Assert.Equal(language.Split('-')[0], page.DocumentElement.GetAttribute("lang")!.Split('-')[0]);
        Assert.Contains(answer.Headers.GetValues("X-Correlation-Id").Single(), page.QuerySelector("main code")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task AFault_ShowsNoStackTrace_InAnyEnvironment(string environment)
    {
        await using var portal = await FailingAsync(() => new InvalidOperationException("the secret of the fault"), environment);

        var answer = await portal.Browse().GetAsync("/preferences", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("Something went wrong on our side", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADatabaseThatIsGone_IsUnavailable_NotAFault()
    {
        await using var portal = await FailingAsync(
            () => new InvalidOperationException("An exception has been raised that is likely due to a transient failure.",
                new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused))));

        var answer = await portal.Browse().GetAsync("/preferences", TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains(
            "The portal is unavailable for a moment", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostWithoutItsToken_IsRefusedWithAPage()
    {
        await using var portal = await Portal.StartAsync(server);

        var answer = await portal.Browse().PostAsync(
            "/preferences?handler=Theme", new FormUrlEncodedContent([new("theme", "Dark")]), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains(
            "This request cannot be understood", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<Portal> FailingAsync(Func<Exception> fault, string environment = "Production") => Portal.StartAsync(server, builder => builder
        .UseEnvironment(environment)
        .UseSetting("Demo:Enabled", "false")
        .ConfigureServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new Failing(fault)))));

    private sealed class Failing(Func<Exception> fault) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
            context.ActionDescriptor.ViewEnginePath is "/Error" ? Task.CompletedTask : throw fault();

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
    }
}
