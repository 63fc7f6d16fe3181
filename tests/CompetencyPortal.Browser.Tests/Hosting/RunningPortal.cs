using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>
/// The portal as somebody starts it who has just cloned it: the program itself, on an embedded database of its own with a demo world.
/// A class of tests has one; whatever it changes there, nobody else sees.
/// </summary>
public class RunningPortal : IAsyncLifetime
{
    /// <summary>A whole suite signs in from one address, more often than anyone may.</summary>
    private const string Unlimited = "1000000";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("competencyportal-browser-");
    private readonly StringBuilder _log = new();
    private Process? _process;

    /// <summary>Where the portal answers. By name, not by address: the browser trusts <c>localhost</c> with secure cookies.</summary>
    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    /// <summary>What the portal has written.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>What it is configured with besides, as environment variables.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        var start = StartOf("CompetencyPortal.Web", "--urls", Address.ToString());
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["RateLimits__Attempts"] = Unlimited;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync(_process);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            // Asked politely, the portal stops its database as well.
            using var ask = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(StopsWithin);
            await _process.WaitForExitAsync(patience.Token);
        }

        _process?.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>What the operator does before the portal starts.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Runs a command of the operator's on the portal's database.</summary>
    /// <param name="input">The first line of its standard input.</param>
    /// <param name="arguments">The command.</param>
    protected async Task CommandAsync(string input, params string[] arguments)
    {
        var start = StartOf("CompetencyPortal.Cli", arguments);
        start.RedirectStandardInput = true;
        using var command = Process.Start(start)!;
        await command.StandardInput.WriteLineAsync(input);
        command.StandardInput.Close();
        var said = await Task.WhenAll(command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync();
        if (command.ExitCode != 0)
        {
            throw new InvalidOperationException($"{arguments[0]} ended with {command.ExitCode} and said:{Environment.NewLine}{string.Concat(said)}");
        }
    }

    /// <summary>How one of the checkout's programs is started, as it was built with these tests, on the portal's database.</summary>
    private ProcessStartInfo StartOf(string project, params string[] arguments)
    {
        var folder = Path.Combine(Checkout.Folder, "src", project);
        var built = Path.GetRelativePath(Path.Combine(Checkout.Folder, "tests", "CompetencyPortal.Browser.Tests"), AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(folder, built, $"{project}.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Database__Provider"] = "Embedded";
        start.Environment["Database__Embedded__DataFolder"] = _data.FullName;
        return start;
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        using var client = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartsWithin && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new InvalidOperationException($"The portal did not become ready within {waited.Elapsed}. It said:{Environment.NewLine}{Log}");
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_log)
        {
            _log.AppendLine(line.Data);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
