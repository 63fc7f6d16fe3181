using System.Text.RegularExpressions;

using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>Programme staff revise a threshold, and the partner's standing follows on its next request.</summary>
public sealed class StaffJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Option = "/options/cloud-customer-relationship-management/cloud-crm-reseller";

    [Fact]
    public async Task CanReviseAThreshold_AndThePartnerSeesItsStandingChangeFromThatDayOn()
    {
        await using var partner = await Visit.BeginAsync(chromium, portal);
        await partner.SignInAsync(DemoPeople.Admin);
        await ExpectAttainedAsync(partner, Option, "Gold attained");

        await using var staff = await Visit.BeginAsync(chromium, portal);
        await staff.SignInAsync(DemoPeople.Staff);
        await staff.OpenAsync("/program/rulebook/cloud-customer-relationship-management/revise");
        var page = staff.Page;
        await page.GetByLabel(new Regex("^Gold · developed", RegexOptions.IgnoreCase)).FillAsync("400,000");
        await page.Locator("#Input_EffectiveFrom").FillAsync(Days.Today);
        await page.Locator("#Input_Reason").FillAsync("The bar for Gold is raised");
        await page.Locator("#Input_Source").FillAsync("Partner guide");
        await page.Locator("main button.btn-primary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("400,000");
        await staff.KeepScreenshotAsync("difference");

        // A draft judges nobody.
        await ExpectAttainedAsync(partner, Option, "Gold attained");

        await page.Locator("main a.btn-primary").ClickAsync();
        await page.Locator("main form[method=post] button.btn-primary").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/program/rulebook/cloud-customer-relationship-management"));

        await ExpectAttainedAsync(partner, Option, "Silver attained");
        await ExpectAttainedAsync(partner, Option + "?asOf=" + Days.FromToday(-1), "Gold attained");
        Assert.Empty(staff.Complaints);
        Assert.Empty(partner.Complaints);
    }

    private static async Task ExpectAttainedAsync(Visit visit, string address, string attained)
    {
        await visit.OpenAsync(address);
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(attained);
    }
}
