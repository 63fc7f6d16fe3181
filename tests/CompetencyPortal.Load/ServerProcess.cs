using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Load;

/// <summary>A web server in a process of its own, on a free port of this machine alone; it ends with the object.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The processor's time that it has used so far, on all cores together.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program and waits until it answers.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">What it is told; the place of its address is held by <c>{address}</c>.</param>
    /// <param name="settings">Its configuration, as environment variables: none of it is seen in the list of processes.</param>
    /// <param name="folder">Where it works.</param>
    public static async Task<ServerProcess> StartAsync(string program, string arguments, IReadOnlyDictionary<string, string?> settings, string folder)
    {
        var address = new Uri($"http://localhost:{FreePort()}/");
        var start = new ProcessStartInfo(DotNet.Program, [program, .. arguments.Replace("{address}", address.AbsoluteUri, StringComparison.Ordinal).Split(' ')])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ServerProcess(process, address);
        try
        {
            await server.WaitAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Address);
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }
}
