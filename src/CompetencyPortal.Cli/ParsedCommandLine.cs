using System.CommandLine;

namespace CompetencyPortal.Cli;

/// <summary>Runs a command line, or says what is wrong with it.</summary>
internal static class ParsedCommandLine
{
    /// <summary>Runs the command; a command line that cannot be understood ends with <see cref="ExitCode.Refused"/>.</summary>
    public static async Task<int> RunAsync(this ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(error.Message);
        }

        return ExitCode.Refused;
    }
}
