using System.Text.Json;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetencyPortal.Web.Tests.Security;

/// <summary>Whatever somebody sends, no sink of the portal's log writes a line that they composed, or a character that a terminal obeys.</summary>
public sealed partial class LogInjectionTests(PostgreSqlFixture server)
{
    private const string Mark = "FORGED";

    /// <summary>A line as each sink would begin it, after every character that some reader takes for the end of one; and what colours, hides or turns text.</summary>
    private const string Payload =
        "x\r\n12:34:56 INF FORGED\n{\"Timestamp\":\"2026-01-01\",\"RenderedMessage\":\"FORGED\"}\u000b12:34:56 INF FORGED\u0085FORGED\u2028FORGED\u2029FORGED"
        + "\u001b[2K\u001b[31m\u009b31m\b\b\u0007\u202eFORGED\u200b";

    [Fact]
    public async Task JsonLog_OfHostileRequests_HoldsOneEventInEachLine()
    {
        var lines = await LogAsync(null);

        Assert.All(lines, line =>
        {
            var logged = JsonDocument.Parse(line).RootElement;
            Assert.True(logged.TryGetProperty("MessageTemplate", out _) && logged.TryGetProperty("Level", out _), line);
        });
    }

    [Fact]
    public async Task TextLog_OfHostileRequests_BeginsALineForAnEventAlone()
    {
        var lines = await LogAsync("Development");

        Assert.All(lines, line => Assert.Matches("^([0-9]{2}:[0-9]{2}:[0-9]{2} [A-Z]{3} |    )", line));
        Assert.All(lines, line => Assert.DoesNotMatch("^[0-9:]{8} INF FORGED", line));
    }

    /// <summary>Sends the payload by every way that a request has, and logs what was said of it.</summary>
    private async Task<string[]> LogAsync(string? environment)
    {
        using var file = LogFile.OfEverything(environment);
        await using (var portal = await PortalHost.StartAsync(server, services: services =>
        {
            file.WriteFrom(services);
            services.Configure<MvcOptions>(options => options.Filters.Add<Repeating>());
        }))
        {
            var hostile = Uri.EscapeDataString(Payload);
            var browser = portal.OpenBrowser();
            foreach (var address in new[] { $"/{hostile}", $"/preferences/{hostile}", $"/preferences?{hostile}={hostile}", $"/account/sign-in?returnUrl={hostile}", $"/preferences?handler={hostile}", $"/preferences?asOf={hostile}" })
            {
                await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
            }

            var byHeader = new HttpRequestMessage(HttpMethod.Get, "/preferences");
            foreach (var header in new[] { "User-Agent", "Referer", "X-Correlation-Id", "traceparent", "X-Forwarded-For", "Accept-Language", "HX-Current-URL", "Origin" })
            {
                byHeader.Headers.TryAddWithoutValidation(header, "\u001b[31m" + Mark);
            }

            await browser.SendAsync(byHeader);
            var token = (await browser.OpenAsync("/preferences")).Find("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var name in new[] { "theme", Repeating.Logged, Repeating.Thrown })
            {
                await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/preferences?handler=Theme")
                {
                    Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(name, Payload)]),
                });
            }
        }

        var text = await file.ReadAsync();
        Assert.Contains(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, character => character is not '\n' && (char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202e' or '\u200b'));
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Says in the log what a form held, and in an exception's message, as a careless page would.</summary>
    private sealed partial class Repeating(ILogger<Repeating> log) : IAsyncPageFilter
    {
        public const string Logged = "logged";
        public const string Thrown = "thrown";

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            if (context.ActionDescriptor.ViewEnginePath is "/Error" || !context.HttpContext.Request.HasFormContentType)
            {
                return next();
            }

            var form = context.HttpContext.Request.Form;
            if (form[Logged] is [{ } logged])
            {
                Wrote(log, logged, [logged]);
            }

            return form[Thrown] is [{ } thrown] ? throw new InvalidOperationException(thrown) : next();
        }

        [LoggerMessage(LogLevel.Information, "Somebody wrote {Text} and {List}")]
        private static partial void Wrote(ILogger logger, string text, string[] list);
    }
}
