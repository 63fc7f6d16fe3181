using System.ComponentModel;
using System.Diagnostics;

namespace CompetencyPortal.Data.PostgreSql.Embedded;

/// <summary>One run of another program, to its end.</summary>
internal sealed record ExternalProgram(string FileName, params string[] Arguments)
{
    /// <summary>The account to run as; null for the program's own.</summary>
    public string? UserName { get; init; }

    public string WorkingFolder { get; init; } = "/";

    public string Input { get; init; } = "";

    /// <summary>False when it leaves a process behind that inherits its output, which would then never end.</summary>
    public bool ReadsOutput { get; init; } = true;

    /// <exception cref="EmbeddedPostgresException">It could not be started or failed; the message holds what it complained of.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using Process process = Start();
        Task<string>[] output = ReadsOutput
            ? [process.StandardError.ReadToEndAsync(cancellationToken), process.StandardOutput.ReadToEndAsync(cancellationToken)]
            : [];
        try
        {
            await WriteInputAsync(process.StandardInput, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        string complaint = (await Task.WhenAll(output)).FirstOrDefault("").Trim();
        if (process.ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"{FileName} ended with code {process.ExitCode}. {complaint}");
        }
    }

    private async Task WriteInputAsync(StreamWriter input, CancellationToken cancellationToken)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(Input.AsMemory(), cancellationToken);
            }
        }
        catch (IOException)
        {
            // It ended before it read everything; its exit code says whether that is a failure.
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            WorkingDirectory = WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = ReadsOutput,
            RedirectStandardError = ReadsOutput,
        };
        if (UserName is not null)
        {
            start.UserName = UserName;
        }

        // PostgreSQL's programs follow variables such as PGDATA, and speak the language of the environment.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException($"{FileName} could not be started in {WorkingFolder}. {exception.Message}", exception);
        }
    }
}
