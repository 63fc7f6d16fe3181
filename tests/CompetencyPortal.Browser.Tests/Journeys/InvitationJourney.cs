using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>An admin invites somebody, who reads the mail in the demo's outbox, follows its link and arrives; the link works once.</summary>
public sealed class InvitationJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Email = "noor@fabrikam.example";

    [Fact]
    public async Task CanInviteSomebody_WhoFollowsTheLinkOfTheMail_AndArrives()
    {
        await using (var admin = await Visit.BeginAsync(chromium, portal))
        {
            await admin.SignInAsync(DemoPeople.Admin);
            await admin.OpenAsync("/organisation/invite");
            await admin.Page.Locator("#Input_Name").FillAsync("Noor");
            await admin.Page.Locator("#Input_Email").FillAsync(Email);
            await admin.Page.GetByLabel("Partner member").CheckAsync();
            await admin.Page.Locator("main form[method=post] button").ClickAsync();
            await Expect(admin.Page.Locator(".status-message")).ToContainTextAsync(Email);
            var seen = new Examination(admin);
            await seen.LookInEveryLanguageAsync("organisation");
            Assert.True(seen.Findings.Count == 0, string.Join(Environment.NewLine, seen.Findings));
        }

        await using var guest = await Visit.BeginAsync(chromium, portal);
        var page = guest.Page;
        var examination = new Examination(guest);
        await guest.OpenAsync("/demo/outbox");
        await examination.LookInEveryLanguageAsync("outbox");
        var link = await page.Locator("main a[href*='/account/invitation']").First.GetAttributeAsync("href");
        await guest.OpenAsync(link!);
        await examination.LookInEveryLanguageAsync("invitation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create my account" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await examination.LookAsync("invitation-error");

        await page.Locator("#Input_Name").FillAsync("Noor Haddad");
        await page.Locator("#Input_Password").FillAsync("a lighthouse keeps no secrets");
        await page.Locator("#Input_Password").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Noor Haddad");

        await using var late = await Visit.BeginAsync(chromium, portal);
        await late.OpenAsync(link!);
        await Expect(late.Page.Locator("main form")).ToHaveCountAsync(0);

        await guest.OpenAsync("/account");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(Email);
        Assert.True(examination.Findings.Count == 0, string.Join(Environment.NewLine, examination.Findings));
    }
}
