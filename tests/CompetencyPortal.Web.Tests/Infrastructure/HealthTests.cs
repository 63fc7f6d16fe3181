using CompetencyPortal.Testing.Databases;

using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class HealthTests(PostgreSqlFixture server)
{
    [Fact]
    public async Task Ready_WhenTheDatabaseHasEveryMigration_IsHealthy()
    {
        await using var portal = await Portal.StartAsync(server);

        Assert.Equal("Healthy", await portal.Browse().GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ready_WhenAMigrationIsMissing_IsNot_ButThePortalLives()
    {
        await using var portal = await Portal.StartAsync(server);
        await using var db = portal.Database.OpenAsOwner();
        await db.Database.ExecuteSqlAsync(
            $"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""",
            TestContext.Current.CancellationToken);
        var client = portal.Browse();

        var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var live = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)live.StatusCode);
    }
}
