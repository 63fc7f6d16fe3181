using System.Diagnostics;

namespace CompetencyPortal.Web.Tests.Hosting;

/// <summary>The program itself, started as an operator does with a setting that it refuses.</summary>
public static class RefusedStart
{
    /// <summary>Starts it in production, and waits until it has ended as a refusal does: with 2, the reason, and no stack trace.</summary>
    /// <returns>The reason.</returns>
    public static async Task<string> ReasonAsync(params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CompetencyPortal.Web.dll"));
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var cancellation = TestContext.Current.CancellationToken;
        using var portal = Process.Start(start)!;
        var (output, error) = (portal.StandardOutput.ReadToEndAsync(cancellation), portal.StandardError.ReadToEndAsync(cancellation));
        await portal.WaitForExitAsync(cancellation);
        Assert.Equal(2, portal.ExitCode);
        Assert.Equal("", await output);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        return await error;
    }
}
