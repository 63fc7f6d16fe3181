using System.Text.Json;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

using Serilog;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>What the log says of a request, read from the file that the configuration's own sink writes.</summary>
public sealed class RequestLogTests(PostgreSqlFixture server)
{
    [Fact]
    public async Task ARequest_IsOneEventWithItsCorrelationId_AndWithoutItsAddress()
    {
        var file = Path.Combine(Path.GetTempPath(), $"competencyportal-log-{Guid.CreateVersion7():N}.json");
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web", "appsettings.json"))
            .AddInMemoryCollection([
                new("Serilog:MinimumLevel:Override:Microsoft", "Information"),
                new("Serilog:WriteTo:Console:Name", "File"),
                new("Serilog:WriteTo:Console:Args:path", file)])
            .Build();
        HttpResponseMessage answer;
        await using (var portal = await PortalHost.StartAsync(server, services: services =>
            services.AddLogging(logging => logging.AddSerilog(LoggingRegistration.CreateLogger(configuration), dispose: true))))
        {
            answer = await portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/preferences/a-secret-token?invitation=another"));
        }

        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        var requests = lines.Where(line => line.Contains("answered", StringComparison.Ordinal)).ToList();
        var logged = JsonDocument.Parse(Assert.Single(requests)).RootElement;

        Assert.Equal(answer.Headers.GetValues("X-Correlation-Id").Single(), logged.GetProperty("TraceId").GetString());
        Assert.Equal("GET", logged.GetProperty("Properties").GetProperty("Method").GetString());
        Assert.Equal(404, logged.GetProperty("Properties").GetProperty("StatusCode").GetInt32());
        Assert.DoesNotContain("secret", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("another", requests[0], StringComparison.Ordinal);
    }
}
