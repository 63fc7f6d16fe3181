using System.CommandLine;
using System.Globalization;

using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Cli.Assess;

/// <summary>The command <c>assess</c>: evidence in, standing out. It needs no database.</summary>
internal static class AssessCommand
{
    private const string StandardInput = "-";

    public static Command Create(TimeProvider clock)
    {
        var evidence = new Argument<string>("evidence") { Description = "The evidence: a JSON file with one document or an array of them; - reads standard input." };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day to judge on, yyyy-MM-dd; otherwise the document's own, otherwise today (UTC).",
            HelpName = "yyyy-MM-dd",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return day;
                }

                result.AddError($"--as-of: “{result.Tokens[0].Value}” must be a date of the calendar, written yyyy-MM-dd.");
                return null;
            },
        };
        var rulebook = new Option<string?>("--rulebook") { Description = "The rulebook to judge by: a JSON file; otherwise the built-in one.", HelpName = "file" };
        var explain = new Option<bool>("--explain") { Description = "Add the lines behind each sum and the near misses of each slot." };

        var command = new Command("assess", "Prints the standing of partners from their evidence.") { evidence, asOf, rulebook, explain };
        command.SetAction(async (parsed, cancellation) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            try
            {
                if (await ReadRulebookAsync(parsed.GetValue(rulebook), errors, cancellation) is not { } rules)
                {
                    return ExitCode.Refused;
                }

                await using var input = parsed.GetRequiredValue(evidence) is StandardInput or null
                    ? Console.OpenStandardInput()
                    : new FileStream(parsed.GetRequiredValue(evidence), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: false);
                await using var output = Console.OpenStandardOutput();
                var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                return await new Assessment(rules, parsed.GetValue(asOf), today, parsed.GetValue(explain)).RunAsync(input, output, errors, cancellation)
                    ? ExitCode.Done
                    : ExitCode.Refused;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
            {
                await errors.WriteLineAsync(exception.Message);
                return ExitCode.Refused;
            }
        });
        return command;
    }

    private static async Task<Rulebook?> ReadRulebookAsync(string? path, TextWriter output, CancellationToken cancellation)
    {
        if (path is null)
        {
            return BuiltInRulebook.Rulebook;
        }

        var errors = new DocumentErrors();
        var rulebook = RulebookDocument.Read(await File.ReadAllBytesAsync(path, cancellation), BuiltInRulebook.Rulebook, errors);
        if (rulebook is null)
        {
            await output.WriteLineAsync($"The rulebook {path} is refused:");
            await output.WriteAsync(errors.AsLines());
        }

        return rulebook;
    }
}
