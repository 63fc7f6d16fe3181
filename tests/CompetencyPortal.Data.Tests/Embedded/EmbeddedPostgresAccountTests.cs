using System.Diagnostics;
using System.Reflection;
using CompetencyPortal.Data.PostgreSql.Embedded;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>Works as root and as an ordinary user, from a build and from a published folder.</summary>
public sealed class EmbeddedPostgresAccountTests : IDisposable
{
    private const string RootOnly = "For an ordinary user the server runs as that user, who reaches what the portal reaches.";

    private readonly TemporaryFolder _folder = new();

    private static bool TestsRunAsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    private static string BuiltBinaries => typeof(EmbeddedPostgres).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "EmbeddedPostgres").Value!;

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public async Task StartAsync_AsAnOrdinaryUserFromAPublishedFolder_Works()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string? user = TestsRunAsRoot ? "nobody" : null;
        Assert.SkipUnless(
            await SucceedsAsync(new ProcessStartInfo("test", ["-x", DotNet.Program]), user),
            $"An ordinary user cannot run {DotNet.Program}.");
        string published = Directory.CreateDirectory(_folder.Sub("published")).FullName;
        string home = Directory.CreateDirectory(_folder.Sub("home")).FullName;
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(published, Path.GetFileName(file)));
        }

        await RunAsync("cp", "-R", "-P", "-p", BuiltBinaries, Path.Combine(published, "embedded-postgres"));
        if (user is not null)
        {
            await RunAsync("chown", user, home);
        }

        using PortalProcess portal = PortalProcess.Start(Path.Combine(home, "data"), published, user);
        await portal.AcknowledgeAsync(1, cancellationToken);
        await portal.StopAsync(cancellationToken);
    }

    [Fact]
    public async Task StartAsync_AsRootFromAFolderThatOthersCannotEnter_CopiesTheBinariesOnce()
    {
        Assert.SkipUnless(TestsRunAsRoot, RootOnly);
        string hidden = _folder.Sub("hidden");
        await RunAsync("mkdir", "-m", "700", hidden);
        await RunAsync("cp", "-R", "-P", "-p", BuiltBinaries, hidden);
        string binaries = Path.Combine(hidden, "native");

        DirectoryInfo first = await CopyMadeByAStartAsync();
        DirectoryInfo second = await CopyMadeByAStartAsync();
        Assert.Equal((first.FullName, first.CreationTimeUtc), (second.FullName, second.CreationTimeUtc));

        File.SetLastWriteTimeUtc(Path.Combine(binaries, "bin", "postgres"), DateTime.UnixEpoch);
        DirectoryInfo afterAnUpgrade = await CopyMadeByAStartAsync();
        Assert.NotEqual(first.FullName, afterAnUpgrade.FullName);

        async Task<DirectoryInfo> CopyMadeByAStartAsync()
        {
            await using EmbeddedPostgres server = await Portal.StartAsync(_folder.Sub("data"), binaries);
            return Assert.Single(new DirectoryInfo(_folder.Sub("data")).GetDirectories("binaries-*"));
        }
    }

    [Fact]
    public async Task StartAsync_AsRootWithADataFolderThatOthersCannotReach_SaysWhatToDo()
    {
        Assert.SkipUnless(TestsRunAsRoot, RootOnly);
        await RunAsync("mkdir", "-m", "700", _folder.Sub("hidden"));

        var failure = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Portal.StartAsync(_folder.Sub("hidden", "data")));

        Assert.Contains("nobody, who cannot enter", failure.Message, StringComparison.Ordinal);
        Assert.Contains("chmod o+x", failure.Message, StringComparison.Ordinal);
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        Assert.True(await SucceedsAsync(new ProcessStartInfo(command, arguments)));
    }

    private static async Task<bool> SucceedsAsync(ProcessStartInfo start, string? userName = null)
    {
        if (userName is not null)
        {
            start.UserName = userName;
        }

        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0;
    }
}
