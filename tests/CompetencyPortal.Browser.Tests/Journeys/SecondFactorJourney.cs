using System.Text.RegularExpressions;

using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>Outside the demo: from a password alone to a second factor, with the keyboard alone, and every page of the account on the way.</summary>
public sealed class SecondFactorJourney(Chromium chromium, PortalWithoutDemo portal) : IClassFixture<PortalWithoutDemo>
{
    private static readonly string[] AccountPages =
        ["/account", "/account/password", "/account/authenticator", "/account/recovery-codes", "/account/sessions", "/account/passkeys", "/account/confirm", "/account/passkeys/confirm"];

    [Fact]
    public async Task WithTheKeyboardAlone_CanSetUpAnAuthenticatorApp_AndSignInWithEveryFactor()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        var examination = new Examination(visit);
        var page = visit.Page;
        await EnterPasswordAsync(visit, PortalWithoutDemo.Ada);

        await Expect(page).ToHaveURLAsync(new Regex("/account/second-factor/set-up"));
        await examination.LookInEveryLanguageAsync("second-factor-set-up");
        var code = page.Locator("#Input_Code");
        await visit.TabToAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(code).ToHaveClassAsync(new Regex("one-time-code"));
        await examination.LookAsync("second-factor-set-up-error");

        var app = new AuthenticatorApp(await page.Locator(".authenticator-key").InnerTextAsync());
        await visit.TabToAsync(code);
        await page.Keyboard.TypeAsync(app.Code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/account/recovery-codes"));
        await examination.LookAsync("recovery-codes");
        var recoveryCode = await page.Locator("#recovery-codes code").First.InnerTextAsync();
        await visit.TabToAsync(page.Locator("main a.btn-primary"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/program$"));

        var menu = page.Locator(".menu summary").Filter(new() { HasText = PortalWithoutDemo.AdasName });
        await visit.TabToAsync(menu);
        await page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync(page.Locator(".menu-panel a[href='/account']"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/account$"));

        foreach (var address in AccountPages)
        {
            Assert.Equal(200, (await visit.OpenAsync(address))!.Status);
            await examination.LookInEveryLanguageAsync(address.TrimStart('/').Replace('/', '-'));
        }

        await VirtualAuthenticator.PlugIntoAsync(page);
        await visit.OpenAsync("/account/passkeys");
        await page.Locator("#Input_Name").FillAsync("My phone");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".status-message")).ToContainTextAsync("My phone");
        await examination.LookInEveryLanguageAsync("passkeys-one");
        foreach (var act in new[] { "rename", "remove" })
        {
            await visit.OpenAsync("/account/passkeys");
            await page.Locator($"a[href$='/{act}']").ClickAsync();
            await examination.LookInEveryLanguageAsync($"passkeys-{act}");
        }

        // With the passkey as the second factor.
        await SignOutAsync(page);
        await EnterPasswordAsync(visit, PortalWithoutDemo.Ada);
        await Expect(page).ToHaveURLAsync(new Regex("/account/second-factor"));
        await examination.LookInEveryLanguageAsync("second-factor");
        await visit.TabToAsync(page.Locator("form[data-passkey] button"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/program$"));

        // And with a recovery code.
        await SignOutAsync(page);
        await EnterPasswordAsync(visit, PortalWithoutDemo.Ada);
        await visit.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }));
        await page.Keyboard.PressAsync("Enter");
        await examination.LookInEveryLanguageAsync("second-factor-recovery");
        await visit.TabToAsync(code);
        await page.Keyboard.TypeAsync(recoveryCode);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/program$"));
        Assert.True(examination.Findings.Count == 0, string.Join(Environment.NewLine, examination.Findings));
    }

    [Fact]
    public async Task CanSetUpAPasskeyInstead_WhichThenCannotBeRemoved()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        var examination = new Examination(visit);
        var page = visit.Page;
        await VirtualAuthenticator.PlugIntoAsync(page);
        await EnterPasswordAsync(visit, PortalWithoutDemo.Grace);
        await page.Locator("main a[href*='/account/passkeys/set-up']").ClickAsync();
        await examination.LookInEveryLanguageAsync("passkeys-set-up");
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await examination.LookAsync("passkeys-set-up-error");

        await page.Locator("#Input_Name").FillAsync("My laptop");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/recovery-codes"));
        await page.Locator("main a.btn-primary").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/program$"));

        await visit.OpenAsync("/account/passkeys");
        await page.Locator("a[href$='/remove']").ClickAsync();
        await Expect(page.GetByText("This is your only second factor.")).ToBeVisibleAsync();
        await examination.LookInEveryLanguageAsync("passkeys-remove-last");
        Assert.Empty(await page.Locator("main form").AllAsync());
        Assert.True(examination.Findings.Count == 0, string.Join(Environment.NewLine, examination.Findings));
    }

    private static async Task EnterPasswordAsync(Visit visit, string email)
    {
        await visit.OpenAsync("/account/sign-in");
        await visit.TabToAsync(visit.Page.Locator("#Input_Email"));
        await visit.Page.Keyboard.TypeAsync(email);
        await visit.TabToAsync(visit.Page.Locator("#Input_Password"));
        await visit.Page.Keyboard.TypeAsync(PortalWithoutDemo.Password);
        await visit.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.EvaluateAsync("() => document.querySelector(\"form[action='/account/sign-out']\").submit()");
        await Expect(page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }
}
