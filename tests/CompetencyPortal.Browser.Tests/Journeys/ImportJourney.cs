using System.Text;

using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>A partner admin brings facts in from files; every step is looked at, what is refused too.</summary>
public sealed class ImportJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AGoodFile_IsCheckedShownAndStored_AndRepeatedChangesNothing(bool scripts)
    {
        await using var visit = await BeginAsync(scripts);
        var look = new Examination(visit);
        var page = visit.Page;
        var file = $"customerCode,customer,association,from,until\nJ-{scripts},Journey {scripts},digitalPartnerOfRecord,2020-01-01,\n";
        await visit.OpenAsync("/customers");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Customers", new() { Exact = true })).ToBeCheckedAsync();

        await SendAsync(page, file);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import 1 row", Exact = true })).ToBeVisibleAsync();
        await LookAsync(look, scripts, "import-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 row", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("1 row of the file is stored.")).ToBeVisibleAsync();
        await LookAsync(look, scripts, "import-stored");

        await page.GetByRole(AriaRole.Link, new() { Name = "Import the next file" }).ClickAsync();
        await page.GetByLabel("Customers", new() { Exact = true }).CheckAsync();
        await SendAsync(page, file);
        await Expect(page.GetByRole(AriaRole.Main).GetByText("There is nothing to store.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Unchanged 1" })).ToBeVisibleAsync();
        await LookAsync(look, scripts, "import-repeated");
        await visit.OpenAsync("/imports");
        await LookAsync(look, scripts, "imports");
        Assert.Empty(look.Findings);
    }

    [Fact]
    public async Task ABadFile_ShowsEveryError_CanBeReadAnotherWay_AndIsDiscarded()
    {
        await using var visit = await BeginAsync();
        var look = new Examination(visit);
        var page = visit.Page;
        await visit.OpenAsync("/imports/new?kind=Revenue");
        await SendAsync(page, "Client;Product;Date;Amount;Net new\nNorthwind Traders;CRM Online;31.05.2026;1.234,50;yes\nNobody;Cakes;31.05.2026;5;perhaps\n");
        await Expect(page.GetByRole(AriaRole.Main).GetByText("2 rows cannot be stored as they are.", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("“Nobody” is none of your customers.", new() { Exact = false })).ToBeVisibleAsync();
        await look.LookInEveryLanguageAsync("import-refused");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the file with its results" }).ClickAsync());
        Assert.Equal("import-file.csv", download.SuggestedFilename);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change how the file is read" }).ClickAsync();
        await look.LookInEveryLanguageAsync("import-columns");
        await page.GetByLabel("Meaning of the column Amount").SelectOptionAsync("Date");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await look.LookAsync("import-columns-refused");
        await page.GetByLabel("Meaning of the column Amount").SelectOptionAsync("Amount");
        await page.Locator("#Input_Culture").SelectOptionAsync("de-DE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import 1 row, leave out the refused" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "New 1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "1,234.50" })).ToBeVisibleAsync();
        await look.LookAsync("import-preview-new");

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard this import" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("The import is discarded. Nothing was stored.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "file.csv" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("This import was discarded.", new() { Exact = false })).ToBeVisibleAsync();
        await look.LookAsync("import-discarded");
        Assert.Empty(look.Findings);
    }

    [Fact]
    public async Task WhatCannotBeTakenIn_IsSaidBesideTheField()
    {
        await using var visit = await BeginAsync();
        var look = new Examination(visit);
        var page = visit.Page;
        await visit.OpenAsync("/imports/new");
        await look.LookInEveryLanguageAsync("import-new");

        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("Choose a file.").First).ToBeVisibleAsync();
        await look.LookAsync("import-new-refused");

        await page.GetByLabel("Revenue", new() { Exact = true }).CheckAsync();
        var large = Path.GetTempFileName();
        await File.WriteAllBytesAsync(large, new byte[66 * 1024 * 1024], TestContext.Current.CancellationToken);
        await page.Locator("#Input_File").SetInputFilesAsync(large);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByText("The file is larger than 64 MB.", new() { Exact = false }).First).ToBeVisibleAsync();
        File.Delete(large);
        await look.LookAsync("import-too-large");

        await visit.OpenAsync($"/imports/{Guid.CreateVersion7()}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This import is not here" })).ToBeVisibleAsync();
        await look.LookAsync("import-gone");
        Assert.Empty(look.Findings);
    }

    private async Task<Visit> BeginAsync(bool scripts = true)
    {
        var visit = await Visit.BeginAsync(chromium, portal, new(Scripts: scripts));
        await visit.SignInAsync(DemoPeople.Admin);
        return visit;
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "file.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
    }

    /// <summary>What is looked for needs scripts in the page; without them it is the same page.</summary>
    private static Task LookAsync(Examination look, bool scripts, string name) => scripts ? look.LookAsync(name) : Task.CompletedTask;
}
