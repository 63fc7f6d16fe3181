using System.Diagnostics;
using CompetencyPortal.Data.PostgreSql.Embedded;
using Npgsql;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>What was acknowledged is there again, whoever was killed.</summary>
public sealed class EmbeddedPostgresCrashTests : IDisposable
{
    /// <summary>Some of these wait for something to come back, and should fail rather than wait for ever.</summary>
    private const int FiveMinutes = 300_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact(Timeout = FiveMinutes)]
    public async Task StartAsync_AfterThePortalWasKilledWhileItWrote_FindsEveryAcknowledgedRow()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using PortalProcess portal = PortalProcess.Start(_folder.Path);
        await portal.AcknowledgeAsync(500, cancellationToken);

        IReadOnlyList<long> acknowledged = await portal.KillAsync(cancellationToken);
        int outlived = Assert.NotNull(_folder.NamedServerProcess);
        await using EmbeddedPostgres next = await Portal.StartAsync(_folder.Path);

        Assert.NotEqual(outlived, next.ServerProcessId);
        Assert.Subset(await Portal.WrittenAsync(next), acknowledged.ToHashSet());
    }

    [Fact(Timeout = FiveMinutes)]
    public async Task StartAsync_AfterPortalAndServerWereKilled_FindsEveryAcknowledgedRow()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using PortalProcess portal = PortalProcess.Start(_folder.Path);
        await portal.AcknowledgeAsync(500, cancellationToken);

        KillServer();
        IReadOnlyList<long> acknowledged = await portal.KillAsync(cancellationToken);
        await using EmbeddedPostgres next = await Portal.StartAsync(_folder.Path);

        Assert.Subset(await Portal.WrittenAsync(next), acknowledged.ToHashSet());
    }

    [Fact(Timeout = FiveMinutes)]
    public async Task Server_WhenItIsKilledUnderAPortalThatWrites_ComesBackByItselfWithEveryAcknowledgedRow()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using PortalProcess portal = PortalProcess.Start(_folder.Path);
        await portal.AcknowledgeAsync(500, cancellationToken);
        KillServer();
        await portal.AcknowledgeAsync(1_000, cancellationToken);
        KillServer();
        await portal.AcknowledgeAsync(1_000, cancellationToken);

        IReadOnlyList<long> acknowledged = await portal.StopAsync(cancellationToken);
        await using EmbeddedPostgres next = await Portal.StartAsync(_folder.Path);

        Assert.True(acknowledged.Count >= 2_500);
        Assert.Subset(await Portal.WrittenAsync(next), acknowledged.ToHashSet());
    }

    [Fact(Timeout = FiveMinutes)]
    public async Task Server_WhenItIsKilledDuringALongStatement_WaitsForThatAndComesBack()
    {
        await using EmbeddedPostgres server = await Portal.StartAsync(_folder.Path);
        string app = server.AppConnectionString;
        Task<object?> busy = Portal.QueryAsync(app, "select count(*) from generate_series(1, 10000000)");
        const string othersAtWork = "select count(*) from pg_stat_activity where state = 'active' and usename = current_user and pid <> pg_backend_pid()";
        while (!1L.Equals(await Portal.QueryAsync(app, othersAtWork)))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        KillServer();

        Assert.Equal(10_000_000L, await busy);
        Assert.Equal(1, await AnswerAsync(app));
    }

    [Theory(Timeout = FiveMinutes)]
    [InlineData(150)]
    [InlineData(350)]
    [InlineData(550)]
    public async Task StartAsync_AfterTheVeryFirstStartWasKilled_StartsAfresh(int milliseconds)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using (PortalProcess portal = PortalProcess.Start(_folder.Path))
        {
            while (Directory.GetDirectories(_folder.Path).Length == 0)
            {
                await Task.Delay(5, cancellationToken);
            }

            await Task.Delay(milliseconds, cancellationToken);
            await portal.KillAsync(cancellationToken);
        }

        await using EmbeddedPostgres next = await Portal.StartAsync(_folder.Path);

        Assert.Equal(1, await Portal.QueryAsync(next.AppConnectionString, "select 1"));
    }

    [Fact(Timeout = FiveMinutes)]
    public async Task StartAsync_WhenAnotherProcessTookTheIdOfAServerThatDied_StartsAndLeavesThatProcessAlone()
    {
        await (await Portal.StartAsync(_folder.Path)).DisposeAsync();
        using Process other = Process.Start("sleep", "60");
        File.WriteAllText(_folder.Sub("cluster", "server", "data", "postmaster.pid"), $"{other.Id}\n");
        try
        {
            await using EmbeddedPostgres server = await Portal.StartAsync(_folder.Path);

            Assert.Equal(1, await Portal.QueryAsync(server.AppConnectionString, "select 1"));
            Assert.False(other.HasExited);
        }
        finally
        {
            other.Kill();
        }
    }

    /// <summary>Asks until the server is back.</summary>
    private static async Task<object?> AnswerAsync(string connectionString)
    {
        while (true)
        {
            try
            {
                return await Portal.QueryAsync(connectionString, "select 1");
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    private void KillServer()
    {
        using var server = Process.GetProcessById(Assert.NotNull(_folder.NamedServerProcess));
        server.Kill();
    }
}
