using System.Text.RegularExpressions;

using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>A passkey from its making to its end, with a device that Chromium itself makes believe; and what an attacker does with its answers.</summary>
public sealed class PasskeyJourney(Chromium chromium, ImpatientPortal portal) : IClassFixture<ImpatientPortal>
{
    private const string Answered = "**/account/passkeys/sign-in";

    [Fact]
    public async Task CanAddAPasskey_SignInWithIt_RenameAndRemoveIt()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        var page = visit.Page;
        await visit.SignInAsync(DemoPeople.Staff);
        var device = await VirtualAuthenticator.PlugIntoAsync(page);
        await AddAsync(visit, "My phone");
        Assert.Equal(1, await device.CountAsync());
        await visit.KeepScreenshotAsync("passkeys");

        await SignOutAsync(page);
        await AskAsync(visit);
        await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync(DemoPeople.Staff);
        await Expect(page).ToHaveURLAsync(new Regex("/program$"));

        await visit.OpenAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Rename My phone" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Old phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("Old phone");

        await page.GetByRole(AriaRole.Link, new() { Name = "Remove Old phone" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByText("You have no passkey yet.")).ToBeVisibleAsync();

        // The device still has it; the portal does not.
        await SignOutAsync(page);
        await AskAsync(visit);
        await ExpectRefusedAsync(page);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CanSignInFromTheSuggestionsOfTheEmailField()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.Admin);
        await VirtualAuthenticator.PlugIntoAsync(visit.Page, takesSuggestions: true);
        await AddAsync(visit, "A device");
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "__Host-session" });

        // No button is pressed.
        await visit.OpenAsync("/revenue");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/revenue$"));
        await Expect(visit.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync(DemoPeople.Admin);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task AnAnswerThatWasGivenBefore_IsRefused()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await PrepareAsync(visit);
        string? answer = null;
        string? cookie = null;
        await visit.Page.RouteAsync(Answered, async route =>
        {
            answer = FieldIn(route.Request.PostData!, "Answer");
            cookie = (await visit.Page.Context.CookiesAsync()).Single(one => one.Name is "__Host-passkey").Value;
            await route.ContinueAsync();
        });
        await AskAsync(visit);
        await Expect(visit.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync(DemoPeople.Admin);

        await using var thief = await Visit.BeginAsync(chromium, portal);
        await thief.OpenAsync("/account/sign-in");
        await thief.Page.Context.AddCookiesAsync([new() { Name = "__Host-passkey", Value = cookie!, Url = "https://localhost/", Secure = true, HttpOnly = true }]);
        await SendAsync(thief.Page, answer!);
        await ExpectRefusedAsync(thief.Page);
    }

    [Fact]
    public async Task AnAnswerMadeForAnotherSite_IsRefused()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        var page = visit.Page;
        await PrepareAsync(visit);
        await visit.OpenAsync("/account/sign-in");
        var options = await OptionsAsync(page);

        // Another port is another site, and the one most like ours: the browser lets it ask for our passkeys.
        await page.RouteAsync("http://localhost:9/", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Sign in, please</h1>" }));
        await page.GotoAsync("http://localhost:9/");
        var answer = await page.EvaluateAsync<string>(
            "async options => JSON.stringify(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) }))", options);

        var cookie = (await page.Context.CookiesAsync()).Single(one => one.Name is "__Host-passkey");
        await visit.OpenAsync("/account/sign-in");
        await page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = "https://localhost/", Secure = true, HttpOnly = true }]);
        await SendAsync(page, answer);
        await ExpectRefusedAsync(page);
    }

    [Fact]
    public async Task AnAnswerThatComesTooLate_IsRefused()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await PrepareAsync(visit);
        await visit.Page.RouteAsync(Answered, async route =>
        {
            await Task.Delay(ImpatientPortal.Patience + TimeSpan.FromSeconds(.5));
            await route.ContinueAsync();
        });
        await AskAsync(visit);
        await ExpectRefusedAsync(visit.Page);
    }

    [Fact]
    public async Task WhoeverCancels_IsToldSo_InTheirLanguage_WhereTheyAre()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new("fr"));
        var device = await PrepareAsync(visit);
        await device.UnlockAsync(false);
        await AskAsync(visit, "Se connecter avec une clé d’accès");

        var page = visit.Page;
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Aucune clé d’accès n’a été choisie");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" })).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));

        // And may try again.
        await device.UnlockAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter avec une clé d’accès" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync(DemoPeople.Admin);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ADeviceThatHasOneAlready_IsNotGivenAnother()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        var device = await PrepareAsync(visit);
        await visit.SignInAsync(DemoPeople.Admin);
        await visit.OpenAsync("/account/passkeys");
        await visit.Page.Locator("#Input_Name").FillAsync("Once more");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("already has a passkey");
        Assert.Equal(1, await device.CountAsync());
    }

    [Fact]
    public async Task WithoutAName_TheFormSaysSo_BeforeAnyDeviceIsAsked()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.NearlySilver);
        var device = await VirtualAuthenticator.PlugIntoAsync(visit.Page);
        await visit.OpenAsync("/account/passkeys");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(visit.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("Enter a name for the passkey.");
        Assert.Equal(0, await device.CountAsync());
    }

    [Fact]
    public async Task WithoutScripts_TheButtonSaysWhatIsNeeded()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(Scripts: false));
        await visit.OpenAsync("/account/sign-in");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("Passkeys need JavaScript, and a browser that knows them.");
    }

    /// <summary>A device with a passkey of the demo's first admin, who has signed out again.</summary>
    private static async Task<VirtualAuthenticator> PrepareAsync(Visit visit)
    {
        await visit.SignInAsync(DemoPeople.Admin);
        var device = await VirtualAuthenticator.PlugIntoAsync(visit.Page);
        await AddAsync(visit, "A device");
        await SignOutAsync(visit.Page);
        return device;
    }

    private static async Task AddAsync(Visit visit, string name)
    {
        await visit.OpenAsync("/account/passkeys");
        var form = visit.Page.Locator("form[data-passkey]");
        await form.Locator("input[type=text]").FillAsync(name);
        await form.Locator("button").ClickAsync();
        await Expect(visit.Page.Locator(".status-message")).ToContainTextAsync(name);
    }

    private static async Task AskAsync(Visit visit, string button = "Sign in with a passkey")
    {
        await visit.OpenAsync("/account/sign-in");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.EvaluateAsync("() => document.querySelector(\"form[action='/account/sign-out']\").submit()");
        await Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    private static Task<string> OptionsAsync(IPage page) => page.EvaluateAsync<string>(
        """
        async () => {
          const form = document.querySelector('form[data-passkey]');
          return (await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) })).text();
        }
        """);

    /// <summary>Sends an answer that the page's own script did not get.</summary>
    private static async Task SendAsync(IPage page, string answer) => await page.EvaluateAsync(
        """
        answer => {
          const form = document.querySelector('form[data-passkey]');
          form.elements.Answer.value = answer;
          form.submit();
        }
        """,
        answer);

    private static async Task ExpectRefusedAsync(IPage page)
    {
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("The passkey was not accepted.", new() { Timeout = 15_000 });
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.Locator("form[action='/account/sign-out']")).ToHaveCountAsync(0);
    }

    private static string FieldIn(string form, string name) =>
        Uri.UnescapeDataString(form.Split('&').Single(field => field.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..].Replace('+', ' '));
}
