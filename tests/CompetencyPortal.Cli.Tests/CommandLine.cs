using System.Diagnostics;
using System.Text;

namespace CompetencyPortal.Cli.Tests;

/// <summary>What the program answered to a command line.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Everything on standard output.</param>
/// <param name="Errors">The lines on standard error.</param>
/// <param name="PeakMemory">The most memory the process held, in bytes, as seen while it ran.</param>
internal sealed record CommandLine(int ExitCode, string Output, string[] Errors, long PeakMemory)
{
    /// <summary>Runs the program as a process of its own.</summary>
    /// <param name="input">What it finds on standard input; null for nothing.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<CommandLine> RunAsync(byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CompetencyPortal.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = WatchMemoryAsync(process);
        await FeedAsync(process, input);
        await process.WaitForExitAsync();
        return new CommandLine(process.ExitCode, await output, (await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries), await peak);
    }

    private static async Task FeedAsync(Process process, byte[]? input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended without reading everything, as it may where the command line is wrong.
        }
    }

    private static async Task<long> WatchMemoryAsync(Process process)
    {
        var peak = 0L;
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                await Task.Delay(20);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended while it was looked at.
        }

        return peak;
    }
}
