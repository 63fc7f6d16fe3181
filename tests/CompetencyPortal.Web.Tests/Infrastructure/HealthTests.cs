using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class HealthTests(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task Ready_WhenTheDatabaseHasEveryMigration_IsHealthy() =>
        Assert.Equal((200, "Healthy"), await AskAsync("/health/ready"));

    [Fact]
    public async Task Ready_WhenAMigrationIsMissing_IsNot_ButThePortalLives()
    {
        await using var db = Portal.Database.OpenAsOwner();
        await db.Database.ExecuteSqlAsync(
            $"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""", Cancellation);

        Assert.Equal((503, "Unhealthy"), await AskAsync("/health/ready"));
        Assert.Equal((200, "Healthy"), await AskAsync("/health/live"));
    }

    private async Task<(int Status, string Answer)> AskAsync(string address)
    {
        var answer = await Portal.OpenBrowser().SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
