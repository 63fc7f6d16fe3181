using CompetencyPortal.Testing;

using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Hosting;

/// <summary>One person's browser: an empty profile, one tab. It notes what the browser complains about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int Height = 900;
    private const int MostTabs = 60;

    private readonly IBrowserContext _context;
    private Reader _reader;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page, Reader reader)
    {
        _context = context;
        _reader = reader;
        Page = page;
        page.Console += (_, message) =>
        {
            // An answer of 404 or 403 that a test asks for is told on the console as well.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and breaches of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Visit> BeginAsync(Chromium chromium, RunningPortal portal, Reader? reader = null)
    {
        reader ??= new Reader();
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = new() { Width = reader.Width, Height = Height },
            ColorScheme = reader.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = reader.Language,
            JavaScriptEnabled = reader.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Visit(context, await context.NewPageAsync(), reader);
    }

    /// <summary>Opens an address of the portal.</summary>
    public Task<IResponse?> OpenAsync(string address) => Page.GotoAsync(address);

    /// <summary>Signs in with one click, as one of the demo's people.</summary>
    public async Task SignInAsync(string person)
    {
        await OpenAsync("/account/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Banner)).ToContainTextAsync(person);
    }

    /// <summary>Looks at the page that is open with other eyes; its language stays.</summary>
    public async Task LookAsAsync(Reader reader)
    {
        _reader = reader;
        await Page.SetViewportSizeAsync(reader.Width, Height);
        await Page.EmulateMediaAsync(new() { ColorScheme = reader.Dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>Reads in another language from the next page on, as by the menu of the header.</summary>
    public async Task ChooseLanguageAsync(string language)
    {
        // What is marked Secure is given for https alone, though the browser lets a page of localhost set it.
        var value = Uri.EscapeDataString($"c={language}|uic={language}");
        await _context.AddCookiesAsync([new() { Name = "__Host-language", Value = value, Url = "https://localhost/", Secure = true }]);
    }

    /// <summary>Presses Tab until something has the focus, as somebody does who has no mouse.</summary>
    public async Task TabToAsync(ILocator target)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("one => one === document.activeElement"))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The keyboard does not reach {target} on {Page.Url}.");
    }

    /// <summary>Whether the page is wider than the window.</summary>
    public Task<bool> ScrollsSidewaysAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth");

    /// <summary>Keeps a picture of the whole page in <c>artifacts/screenshots</c> of the checkout, for people to look at.</summary>
    public Task KeepScreenshotAsync(string name)
    {
        var look = $"{_reader.Language}-{(_reader.Dark ? "dark" : "light")}-{_reader.Width}";
        return Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Folder, "artifacts", "screenshots", $"{name}-{look}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
