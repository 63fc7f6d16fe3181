using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>The machine's own Chromium, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("COMPETENCYPORTAL_TEST_CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "Chromium was not found. Install it (test.sh does so as root on Debian), or name it in COMPETENCYPORTAL_TEST_CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
