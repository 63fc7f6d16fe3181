using System.Net;
using System.Net.NetworkInformation;
using CompetencyPortal.Data.PostgreSql.Embedded;
using Npgsql;

namespace CompetencyPortal.Data.Tests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public async Task StartAsync_AfterAStop_FindsTheDataAndThePasswordsOfBefore()
    {
        string before;
        await using (EmbeddedPostgres first = await Portal.StartAsync(_folder.Path))
        {
            before = first.AppConnectionString;
            await Portal.QueryAsync(first.OwnerConnectionString, "create table kept as select 42 as answer");
        }

        await using EmbeddedPostgres second = await Portal.StartAsync(_folder.Path);

        Assert.Equal(before, second.AppConnectionString);
        Assert.Equal(42, await Portal.QueryAsync(second.OwnerConnectionString, "select answer from kept"));
    }

    [Fact]
    public async Task DisposeAsync_LeavesNoServerBehind()
    {
        EmbeddedPostgres server = await Portal.StartAsync(_folder.Path);
        Assert.NotNull(server.ServerProcessId);

        await server.DisposeAsync();
        await server.DisposeAsync();

        Assert.Null(server.ServerProcessId);
        Assert.Null(_folder.NamedServerProcess);
    }

    [Fact]
    public async Task StartAsync_WhenAnotherPortalHasTheFolder_SaysWhichAndLeavesItAlone()
    {
        await using EmbeddedPostgres first = await Portal.StartAsync(_folder.Path);
        using PortalProcess second = PortalProcess.Start(_folder.Path);

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(() => Portal.StartAsync(_folder.Path));
        var refusedElsewhere = await Assert.ThrowsAsync<InvalidOperationException>(
            () => second.AcknowledgeAsync(1, TestContext.Current.CancellationToken));

        Assert.Equal(Environment.ProcessId, refused.Holder);
        Assert.Contains($"is in use by another portal (process {Environment.ProcessId})", refused.Message, StringComparison.Ordinal);
        Assert.Contains(refused.Message, refusedElsewhere.Message, StringComparison.Ordinal);
        Assert.Equal(1, await Portal.QueryAsync(first.AppConnectionString, "select 1"));
    }

    [Fact]
    public async Task StartAsync_WhenThePathIsTooLongForASocket_ListensOnTheLoopbackAddressOnly()
    {
        using var deep = new TemporaryFolder(new string('x', 100));
        await using EmbeddedPostgres server = await Portal.StartAsync(deep.Path);

        int port = new NpgsqlConnectionStringBuilder(server.AppConnectionString).Port;
        IPEndPoint listener = Assert.Single(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => listener.Port == port);
        Assert.Equal(IPAddress.Loopback, listener.Address);
        Assert.Equal("127.0.0.1/32", $"{await Portal.QueryAsync(server.AppConnectionString, "select inet_server_addr()::cidr::text")}");
    }

    [Fact]
    public async Task StartAsync_WhenTheServerCannotStart_SaysWhatItsLogSays()
    {
        await (await Portal.StartAsync(_folder.Path)).DisposeAsync();
        File.WriteAllText(_folder.Sub("cluster", "server", "data", "PG_VERSION"), "17\n");

        var failure = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Portal.StartAsync(_folder.Path));

        Assert.Contains("initialized by PostgreSQL version 17", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WhenTheFolderCannotBeUsed_SaysWhatToDo()
    {
        File.WriteAllText(_folder.Sub("data"), "a file");

        var failure = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Portal.StartAsync(_folder.Sub("data")));

        Assert.Contains(_folder.Sub("data"), failure.Message, StringComparison.Ordinal);
        Assert.Contains("Database:Embedded:DataFolder", failure.Message, StringComparison.Ordinal);
    }
}
