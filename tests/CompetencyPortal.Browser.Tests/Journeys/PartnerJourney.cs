using System.Globalization;

using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>A partner admin enters facts and sees the standing follow, with scripts and without.</summary>
public sealed class PartnerJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Option = "/options/cloud-business-applications/enterprise-customer-engagement";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CanEnterARevenueLineAndAPass_AndSeesTheStandingChange(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(Scripts: scripts));
        await visit.SignInAsync(DemoPeople.Admin);
        var page = visit.Page;
        await visit.OpenAsync(Option);
        var counted = await CountedAsync(page);
        var filled = await FilledAsync(page);

        // The other run's line must not look like this one.
        var amount = scripts ? 1000 : 1100;
        await EnterLineAsync(visit, "Northwind Traders", $"{amount}");
        await EnterPassesAsync(visit, $"Newcomer {scripts}", "MB2-715", "mb2 716", "Exam MB2-717");

        await visit.OpenAsync(Option);
        Assert.Equal(counted + amount, await CountedAsync(page));
        Assert.Equal(filled + 1, await FilledAsync(page));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SeesTheSameFactsJudgedOnAnotherDay_AndCanShareTheAddress()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.Admin);

        await visit.OpenAsync("/?asOf=2017-06-01");
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 June 2017");
        await visit.Page.GetByRole(AriaRole.Navigation).First.GetByRole(AriaRole.Link, new() { Name = "Revenue" }).ClickAsync();
        Assert.Contains("asOf=2017-06-01", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberWithoutLeave_SeesNoAmount()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.Member);

        foreach (var address in new[] { "/", Option, "/revenue" })
        {
            await visit.OpenAsync(address);
            Assert.DoesNotMatch(@"US\$\s?\d", await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());
        }
    }

    private static async Task EnterLineAsync(Visit visit, string customer, string amount)
    {
        await visit.OpenAsync("/revenue/add");
        var page = visit.Page;
        await page.Locator("#Input_Customer").SelectOptionAsync(new SelectOptionValue { Label = customer });
        await page.Locator("#Input_Product").FillAsync("Dynamics 365 Plan 1");
        await page.Locator("#Input_Date").FillAsync(Days.Today);
        await page.Locator("#Input_Amount").FillAsync(amount);
        await page.Locator("#Input_NetNew").CheckAsync();
        await SaveAsync(page);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/revenue(\\?|$)"));
    }

    private static async Task EnterPassesAsync(Visit visit, string person, params string[] credentials)
    {
        await visit.OpenAsync("/people/add");
        var page = visit.Page;
        await page.Locator("#Input_Name").FillAsync(person);
        await SaveAsync(page);
        if (await page.Locator("#Input_Credential").CountAsync() == 0)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = person, Exact = true }).ClickAsync();
        }

        foreach (var credential in credentials)
        {
            await page.Locator("#Input_Credential").FillAsync(credential);
            await page.Locator("#Input_PassedOn").FillAsync(Days.Today);
            await SaveAsync(page);
        }
    }

    private static Task SaveAsync(IPage page) => page.Locator("main form[method=post] button.btn-primary").First.ClickAsync();

    private static async Task<decimal> CountedAsync(IPage page)
    {
        var text = await page.GetByText(new System.Text.RegularExpressions.Regex(@"^US\$[\d,.]+ counted$")).First.InnerTextAsync();
        return decimal.Parse(text["US$".Length..text.IndexOf(' ', StringComparison.Ordinal)], NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static async Task<int> FilledAsync(IPage page)
    {
        var text = await page.GetByText(new System.Text.RegularExpressions.Regex(@"^\d+ of 15 places filled$")).First.InnerTextAsync();
        return int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
