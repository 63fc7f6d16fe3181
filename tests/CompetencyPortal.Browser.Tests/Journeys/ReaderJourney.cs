using System.Text.RegularExpressions;

using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>Somebody comes back, sees what has changed, finds things, shares what they see, and prints it.</summary>
public sealed class ReaderJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Option = "/options/cloud-business-applications/enterprise-customer-engagement";

    /// <summary>The width of an A4 page between the margins of the style sheet, in CSS pixels.</summary>
    private const int PaperWidth = 703;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoComesBack_SeesWhatHasChanged(bool scripts)
    {
        await using (var first = await Visit.BeginAsync(chromium, portal))
        {
            await first.SignInAsync(DemoPeople.NearlySilver);
            await AddCustomerAsync(first, $"Changed {scripts}");
        }

        await using var visit = await Visit.BeginAsync(chromium, portal, new(Scripts: scripts));
        await visit.SignInAsync(DemoPeople.NearlySilver);
        await visit.OpenAsync("/");
        var changes = visit.Page.Locator("section.changes");
        await Expect(changes.GetByRole(AriaRole.Heading)).ToContainTextAsync("since your last visit");
        if (scripts)
        {
            await Expect(changes).ToContainTextAsync("No standing changed.");
            Assert.Empty(await Axe.ViolationsAsync(visit.Page, new()));
        }

        await changes.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What has changed");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task TheSearch_IsASlashAway_AndSaysWhatItFinds()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.Admin);
        await visit.OpenAsync("/people");
        var page = visit.Page;
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#site-search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("mb2 715");
        var suggested = page.Locator("#search-suggestions a");
        await Expect(suggested.First).ToBeVisibleAsync();
        await Expect(page.Locator("#announcement")).ToHaveTextAsync(new Regex(@"^\d+ results?$"));
        Assert.Empty(await Axe.ViolationsAsync(page, new()));

        await page.Keyboard.PressAsync("Escape");
        await Expect(suggested).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Microsoft Dynamics 365 customer engagement Online Deployment");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task TheSearch_IsAMenuOnANarrowScreen()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(Width: Reader.Narrow));
        await visit.SignInAsync(DemoPeople.Admin);
        await visit.OpenAsync("/");
        var page = visit.Page;
        await Expect(page.Locator("#site-search")).ToBeHiddenAsync();
        await page.Locator(".site-search summary").ClickAsync();
        await page.Locator("#site-search").FillAsync("fabrikam");
        Assert.False(await visit.ScrollsSidewaysAsync());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/search\\?q=fabrikam"));
    }

    [Fact]
    public async Task TheAddressOfAView_IsCopiedWithItsDay()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.Admin);
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenAsync(Option);
        await visit.Page.Locator("[data-copy-address]").ClickAsync();
        await Expect(visit.Page.Locator("[data-copy-address]")).ToHaveTextAsync("Address copied");
        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(new Uri(portal.Address, $"{Option}?asOf={Days.Today}").AbsoluteUri, copied);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Option)]
    [InlineData("/changes?since=2020-01-01")]
    [InlineData("/revenue")]
    [InlineData("/people")]
    [InlineData("/customers")]
    public async Task OnPaper_NothingIsCutOff_AndItSaysWhoseItIsAndOfWhichDay(string address)
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(Width: PaperWidth));
        await visit.SignInAsync(DemoPeople.Admin);
        await visit.OpenAsync(address);
        var page = visit.Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator(".print-head")).ToBeVisibleAsync();
        await Expect(page.Locator(".print-head")).ToContainTextAsync("Fabrikam Conseil · as of");
        await Expect(page.Locator(".site-header")).ToBeHiddenAsync();
        foreach (var button in await page.Locator("main .btn").AllAsync())
        {
            await Expect(button).ToBeHiddenAsync();
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
              .filter(one => one.checkVisibility() && !one.closest('.visually-hidden, svg'))
              .filter(one => one.getBoundingClientRect().right > innerWidth + 1 || (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible'))
              .map(one => one.outerHTML.slice(0, 120))
            """));
        Assert.True((await page.PdfAsync(new() { PreferCSSPageSize = true })).Length > 0);
    }

    private static async Task AddCustomerAsync(Visit visit, string name)
    {
        await visit.OpenAsync("/customers/add");
        await visit.Page.Locator("#Input_Name").FillAsync(name);
        await visit.Page.Locator("main form[method=post] button.btn-primary").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(name);
    }
}
