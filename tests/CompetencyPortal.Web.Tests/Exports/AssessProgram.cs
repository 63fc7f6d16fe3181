using System.Diagnostics;

namespace CompetencyPortal.Web.Tests.Exports;

/// <summary>The program's <c>assess</c> command, run as whoever has downloaded the files runs it.</summary>
public static class AssessProgram
{
    /// <summary>The standings of several evidence documents, as one text.</summary>
    public static async Task<string> RunAsync(string rulebook, IEnumerable<string> evidence)
    {
        var folder = Directory.CreateTempSubdirectory("competencyportal-");
        try
        {
            var (rules, facts) = (Path.Combine(folder.FullName, "rulebook.json"), Path.Combine(folder.FullName, "evidence.json"));
            await File.WriteAllTextAsync(rules, rulebook);
            await File.WriteAllTextAsync(facts, $"[{string.Join(',', evidence)}]");
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "CompetencyPortal.Cli.dll"), "assess", facts, "--rulebook", rules })
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            return await output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
