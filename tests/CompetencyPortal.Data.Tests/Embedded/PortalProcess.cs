using System.Diagnostics;
using System.Globalization;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Data.Tests.Embedded;

/// <summary>A portal in a process of its own, that writes rows and says which were acknowledged.</summary>
internal sealed class PortalProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<long> _acknowledged = [];

    private PortalProcess(Process process)
    {
        _process = process;
    }

    public static PortalProcess Start(string dataFolder, string? programFolder = null, string? userName = null)
    {
        string program = Path.Combine(programFolder ?? AppContext.BaseDirectory, "CompetencyPortal.EmbeddedHost.dll");
        var start = new ProcessStartInfo(DotNet.Program, [program, dataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(dataFolder),
        };
        if (userName is not null)
        {
            start.UserName = userName;
        }

        return new PortalProcess(Process.Start(start)!);
    }

    /// <summary>Reads on until so many more rows were acknowledged.</summary>
    public async Task AcknowledgeAsync(int rows, CancellationToken cancellationToken)
    {
        for (int row = 0; row < rows; row++)
        {
            string line = await _process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(cancellationToken));
            _acknowledged.Add(long.Parse(line, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    /// <returns>Every row that it said was acknowledged.</returns>
    public Task<IReadOnlyList<long>> KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        return ReadToEndAsync(cancellationToken);
    }

    /// <summary>Lets it stop in good order.</summary>
    /// <returns>Every row that it said was acknowledged.</returns>
    public async Task<IReadOnlyList<long>> StopAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        IReadOnlyList<long> acknowledged = await ReadToEndAsync(cancellationToken);
        Assert.Equal(0, _process.ExitCode);
        return acknowledged;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<IReadOnlyList<long>> ReadToEndAsync(CancellationToken cancellationToken)
    {
        string rest = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);

        // A line without its end was cut off by the kill; its number may be, too.
        string[] lines = rest.Split('\n');
        _acknowledged.AddRange(lines[..^1].Select(line => long.Parse(line, CultureInfo.InvariantCulture)));
        return _acknowledged;
    }
}
