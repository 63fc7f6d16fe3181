using System.Diagnostics;
using System.Net;

using CompetencyPortal.Testing;
using CompetencyPortal.Testing.Databases;
using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Account;

/// <summary>Where the demo is not enabled there is no trace of it.</summary>
public sealed class NoDemoStories(PostgreSqlFixture server) : PortalTest(server)
{
    [Fact]
    public async Task NoDemoAccountIsOfferedOrEntered()
    {
        var user = Rows.User(isDemo: true);
        await Portal.SaveAsync(null, user);
        var signIn = await Portal.OpenBrowser().OpenAsync<SignInPage>();
        Assert.Null(signIn.Find("form[action*=Demo]"));
        Assert.Equal(HttpStatusCode.NotFound, await signIn.ClickForgedAsync(user.Id));
    }

    [Fact]
    public async Task OutsideDevelopmentThePortalDoesNotStartWithTheDemo()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Demo__Enabled"] = "true" },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CompetencyPortal.Web.dll"));
        using var portal = Process.Start(start)!;
        var (output, error) = (portal.StandardOutput.ReadToEndAsync(Cancellation), portal.StandardError.ReadToEndAsync(Cancellation));
        await portal.WaitForExitAsync(Cancellation);
        Assert.Equal(2, portal.ExitCode);
        Assert.Contains("Demo:Enabled", await error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await error, StringComparison.Ordinal);
        Assert.Equal("", await output);
    }
}
