using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>The way through the demo that the README describes. Its screenshots are the README's.</summary>
public sealed class ReadmeWalk(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Option = "/options/cloud-business-applications/enterprise-customer-engagement";

    [Theory]
    [InlineData("en", "Fabrikam Conseil", "Empty place", false, 1440)]
    [InlineData("zh-Hant", "Fabrikam Conseil", "空", true, Reader.Narrow)]
    public async Task ShowsTheStandingAndWhatMadeIt(string language, string organisation, string emptyPlace, bool dark, int width)
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(language, dark, width));
        await visit.OpenAsync("/");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
        await visit.SignInAsync(DemoPeople.Admin);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(organisation);
        await visit.KeepScreenshotAsync("overview");

        await visit.Page.Locator($"main a[href^='{Option}']").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Nguyễn Thị Hương");
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(emptyPlace);
        await visit.KeepScreenshotAsync("option");

        await visit.Page.Locator("main summary:has(.step-label)").First.ClickAsync();
        await visit.Page.Locator("main a[href*='/lines/']").First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Northwind Traders");
        Assert.Empty(visit.Complaints);
    }
}
