using CompetencyPortal.Browser.Tests.Accessibility;
using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Journeys;

/// <summary>The matrix of people and credentials: by keyboard, as axe sees it in every state, and without scripts.</summary>
public sealed class MatrixJourney(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Matrix = "/people/matrix";

    [Fact]
    public async Task ByKeyboard_ACellIsReached_APassAdded_AndTakenBack()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.NearlySilver);
        await visit.OpenAsync(Matrix);
        var grid = visit.Page.GetByRole(AriaRole.Grid);
        await Assertions.Expect(grid.Locator("[tabindex='0']")).ToHaveCountAsync(1);
        await visit.TabToAsync(grid.Locator("tbody th a").First);

        // From the first name to the first cell with a button, as somebody walks who sees the grid.
        var empty = grid.Locator("tbody tr").First.Locator("td:has(.cell-add)").First;
        var column = await empty.EvaluateAsync<int>("cell => cell.cellIndex");
        for (var i = 0; i < column; i++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        }

        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        var id = await visit.Page.Locator(":focus").GetAttributeAsync("id");
        Assert.Equal(await empty.Locator("button").GetAttributeAsync("id"), id);

        await visit.Page.Keyboard.PressAsync("Enter");
        var cell = visit.Page.Locator($"[id='{id}']");
        await Assertions.Expect(cell).ToContainTextAsync("Counts");
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("#announcement")).ToContainTextAsync("Added: ");

        await visit.Page.Locator("#undo").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator(".status-message")).ToContainTextAsync("Deleted: ");
        await Assertions.Expect(cell).ToHaveTextAsync("Add");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("Home", 0, 1)]
    [InlineData("End", -1, 1)]
    [InlineData("Control+End", -1, -1)]
    [InlineData("Control+Home", 0, 1)]
    public async Task Keys_LeadToTheEndsOfTheGrid(string key, int column, int row)
    {
        await using var visit = await Visit.BeginAsync(chromium, portal);
        await visit.SignInAsync(DemoPeople.NearlySilver);
        await visit.OpenAsync(Matrix);
        await visit.Page.Locator(".matrix tbody th a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await visit.Page.Keyboard.PressAsync(key);

        Assert.True(await visit.Page.EvaluateAsync<bool>(
            "([column, row]) => { const cell = document.activeElement.closest('th, td'); return cell.parentElement.cells.item(column < 0 ? cell.parentElement.cells.length - 1 : column) === cell && cell.parentElement.rowIndex === (row < 0 ? cell.closest('table').rows.length - 1 : row); }",
            new[] { column, row }));
    }

    [Fact]
    public async Task EveryState_LightAndDark_WideAndNarrow_HasNoViolation()
    {
        var violations = new List<string>();
        foreach (var reader in (Reader[])[new(), new(Dark: true, Width: Reader.Narrow)])
        {
            await using var visit = await Visit.BeginAsync(chromium, portal, reader);
            await visit.SignInAsync(DemoPeople.NearlySilver);
            await visit.OpenAsync(Matrix);
            await LookAsync(visit, reader, violations);

            await visit.Page.Locator("#place").SelectOptionAsync("cloud-customer-relationship-management/cloud-crm-reseller/gold/1/1/1");
            await visit.Page.Locator("#filter").ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".slack")).ToBeVisibleAsync();
            await LookAsync(visit, reader, violations);

            // MB2-709 was last sat years ago.
            await visit.Page.Locator("button[formaction*='MB2-709']").First.ClickAsync();
            await Assertions.Expect(visit.Page.Locator(".error-summary")).ToBeVisibleAsync();
            await Assertions.Expect(visit.Page.Locator(".matrix .field-error")).ToContainTextAsync("2017");
            await LookAsync(visit, reader, violations);
            violations.AddRange(visit.Complaints);
        }

        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations.Distinct()));
    }

    [Fact]
    public async Task WithoutScripts_AClickAddsAPass_AndLeadsBackToTheCell()
    {
        await using var visit = await Visit.BeginAsync(chromium, portal, new Reader(Scripts: false));
        await visit.SignInAsync(DemoPeople.NearlySilver);
        await visit.OpenAsync(Matrix);
        await visit.Page.Locator("#day").FillAsync(Days.FromToday(-3));
        var add = visit.Page.Locator(".cell-add").Last;
        var id = await add.GetAttributeAsync("id");

        await add.ClickAsync();

        await Assertions.Expect(visit.Page.Locator($"[id='{id}']")).ToContainTextAsync("Counts");
        Assert.EndsWith($"#{id}", visit.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator("#day")).ToHaveValueAsync(Days.FromToday(-3));
        await visit.Page.Locator("#undo").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".status-message")).ToContainTextAsync("Deleted: ");
    }

    private static async Task LookAsync(Visit visit, Reader reader, List<string> violations)
    {
        violations.AddRange(await Axe.ViolationsAsync(visit.Page, reader));
        if (await visit.ScrollsSidewaysAsync())
        {
            violations.Add($"{visit.Page.Url} scrolls sideways at {reader.Width}.");
        }
    }
}
