using System.Text.Json;

using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>What the log says of a request, read from the file that the configuration's own sink writes.</summary>
public sealed class RequestLogTests(PostgreSqlFixture server)
{
    [Fact]
    public async Task ARequest_IsOneEventWithItsCorrelationId_AndWithoutItsAddress()
    {
        using var log = new LogFile(settings: [new("Serilog:MinimumLevel:Override:Microsoft", "Information")]);
        HttpResponseMessage answer;
        await using (var portal = await PortalHost.StartAsync(server, services: log.WriteFrom))
        {
            answer = await portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, "/preferences/a-secret-token?invitation=another"));
        }

        var requests = (await log.ReadLinesAsync()).Where(line => line.Contains("answered", StringComparison.Ordinal)).ToList();
        var logged = JsonDocument.Parse(Assert.Single(requests)).RootElement;

        Assert.Equal(answer.Headers.GetValues("X-Correlation-Id").Single(), logged.GetProperty("TraceId").GetString());
        Assert.Equal("GET", logged.GetProperty("Properties").GetProperty("Method").GetString());
        Assert.Equal(404, logged.GetProperty("Properties").GetProperty("StatusCode").GetInt32());
        Assert.DoesNotContain("secret", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("another", requests[0], StringComparison.Ordinal);
    }
}
