using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using static Microsoft.Playwright.Assertions;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>An admin puts revenue in order where it stands, by the keyboard alone.</summary>
public sealed class RevenueJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task CorrectsALineWhereItStands_ByTheKeyboard()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.NearlySilver);
        var page = visit.Page;
        var look = new Examination(visit);
        await visit.OpenAsync("/revenue?sort=amount");
        await look.LookAsync("revenue");
        var row = page.Locator("main tbody tr").First;
        var edit = row.Locator(".row-actions a").First;
        var sums = await page.Locator("#list-sums").InnerTextAsync();

        // Given up by Escape, the row is back, and the focus with it.
        await edit.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#Input_Customer")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(edit).ToBeFocusedAsync();
        await Expect(page.Locator(".row-form")).ToHaveCountAsync(0);

        // What is wrong is said in the row, and takes the focus.
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#Input_Customer")).ToBeFocusedAsync();
        await visit.TabToAsync(page.Locator("#Input_Amount"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("1.234");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".row-form .error-summary")).ToBeFocusedAsync();
        await look.LookAsync("revenue-row-refused");

        // Saved, the row and the sums are new, it is said, and the focus is on the row.
        await visit.TabToAsync(page.Locator("#Input_Amount"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("-77,777.70");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#list-message")).ToContainTextAsync("77,777.70");
        await Expect(page.Locator("main tbody tr").First).ToContainTextAsync("Credit");
        await Expect(edit).ToBeFocusedAsync();
        await Expect(page.Locator("#list-sums")).Not.ToHaveTextAsync(sums);
        await Expect(page.Locator("#announcement")).Not.ToBeEmptyAsync();
        await look.LookAsync("revenue-row-saved");
        Assert.Empty(look.Findings);
    }

    [Fact]
    public async Task OpensOneRowAtATime()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.NearlySilver);
        await visit.OpenAsync("/revenue");
        var edits = visit.Page.Locator("main tbody tr:not(.row-form) .row-actions a:first-child");

        await edits.Nth(0).ClickAsync();
        await Expect(visit.Page.Locator(".row-form")).ToHaveCountAsync(1);
        await edits.Nth(3).ClickAsync();

        await Expect(visit.Page.Locator("main tbody tr").Nth(0).Locator("th")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".row-form")).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DeletesMarkedLinesAndUndoesIt_ByTheKeyboard(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new(Scripts: scripts));
        await visit.SignInAsync(DemoPeople.Admin);
        var page = visit.Page;
        await visit.OpenAsync("/revenue?sort=amount");
        var sums = await page.Locator("#list-sums").InnerTextAsync();
        foreach (var i in new[] { 0, 1 })
        {
            await page.Locator("input[name=Lines]").Nth(i).FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        var delete = page.Locator("#bulk button").Nth(1);
        await delete.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#chosen")).ToContainTextAsync("2 lines");
        var look = new Examination(visit);
        if (scripts)
        {
            await look.LookAsync("revenue-bulk-delete");
        }

        await visit.TabToAsync(page.Locator("main form[method=post] button.btn-danger"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".status-message")).ToHaveTextAsync("2 lines deleted.");
        if (scripts)
        {
            await look.LookAsync("revenue-bulk-deleted");
        }

        await visit.TabToAsync(page.Locator(".undo button"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".status-message")).ToContainTextAsync("2 lines are again as they were");
        await visit.OpenAsync("/revenue?sort=amount");
        await Expect(page.Locator("#list-sums")).ToHaveTextAsync(sums, new() { UseInnerText = true });
        Assert.Empty(look.Findings);
    }
}
