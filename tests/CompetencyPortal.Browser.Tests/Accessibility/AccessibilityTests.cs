using CompetencyPortal.Browser.Tests.Hosting;

using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Accessibility;

/// <summary>Every page and every refused form, light and dark: nothing that axe finds against WCAG 2.0 to 2.2, A and AA.</summary>
public sealed class AccessibilityTests(Chromium chromium, RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Theory]
    [InlineData(null, 6, "/account/sign-in", "/account/passkeys/sign-in", "/account/reset", "/account/invitation", "/demo/outbox")]
    [InlineData(DemoPeople.Admin, 28, "/", "/changes?since=2020-01-01", "/search?q=an", "/account/confirm", "/account/passkeys/confirm")]
    [InlineData(DemoPeople.Member, 14, "/", "/changes?since=2020-01-01", "/search?q=nothing of this name")]
    [InlineData(DemoPeople.Staff, 14, "/program")]
    public async Task EveryPage_LightAndDark_WideAndNarrow_HasNoViolation(string? person, int atLeast, params string[] starts)
    {
        var violations = new List<string>();
        IReadOnlyList<string> pages = [];
        foreach (var reader in (Reader[])[new(), new(Dark: true, Width: Reader.Narrow)])
        {
            await using var visit = await BeginAsync(person, reader);
            pages = pages.Count > 0 ? pages : await PortalPages.ReachAsync(visit, starts);
            foreach (var address in pages)
            {
                await visit.OpenAsync(address);
                violations.AddRange(await Axe.ViolationsAsync(visit.Page, reader));
                await RefuseAsync(visit.Page);
                violations.AddRange(await Axe.ViolationsAsync(visit.Page, reader));
            }

            violations.AddRange(visit.Complaints);
        }

        Assert.True(pages.Count >= atLeast, $"Only {pages.Count} kinds of pages were reached: {string.Join(", ", pages)}");
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations.Distinct()));
    }

    [Fact]
    public async Task ErrorPages_HaveNoViolation()
    {
        await using var visit = await BeginAsync(DemoPeople.Admin, new());

        Assert.Equal(404, (await visit.OpenAsync("/nowhere"))!.Status);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page, new()));

        Assert.Equal(403, (await visit.OpenAsync("/program"))!.Status);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page, new()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ru")]
    [InlineData("zh-Hant")]
    public async Task EveryPage_OnANarrowScreen_DoesNotScrollSideways(string language)
    {
        var wide = new List<string>();
        foreach (var (person, start) in new[] { (DemoPeople.Admin, "/"), (DemoPeople.Staff, "/program") })
        {
            await using var visit = await BeginAsync(person, new(language, Width: Reader.Narrow));
            await PortalPages.ReachAsync(visit, [start], async address =>
            {
                if (await visit.ScrollsSidewaysAsync())
                {
                    wide.Add(address);
                }
            });
        }

        Assert.True(wide.Count == 0, string.Join(Environment.NewLine, wide));
    }

    [Fact]
    public async Task TheKeyboard_ReachesTheContentFirst_AndTheErrorsOfARefusedForm()
    {
        await using var visit = await BeginAsync(DemoPeople.Admin, new());
        await visit.OpenAsync("/revenue/add");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("#", await visit.Page.Locator(":focus").GetAttributeAsync("href"), StringComparison.Ordinal);
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => location.hash === '#' + document.querySelector('main').id"));

        await RefuseAsync(visit.Page);
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await visit.Page.Locator(".error-summary a").First.ClickAsync();
        Assert.StartsWith("Input_", await visit.Page.Locator(":focus").GetAttributeAsync("id"), StringComparison.Ordinal);
    }

    private async Task<Visit> BeginAsync(string? person, Reader reader)
    {
        var visit = await Visit.BeginAsync(chromium, portal, reader);
        if (person is not null)
        {
            await visit.SignInAsync(person);
        }

        return visit;
    }

    /// <summary>Empties the fields of the page's main form and sends it, so that it is refused. A form without fields to type in is left alone: it acts.</summary>
    private static async Task RefuseAsync(IPage page)
    {
        var form = page.Locator("main form[method=post]").Filter(new() { Has = page.Locator("input[type=text], input[type=date], input[type=email], input[type=password], textarea") }).First;
        if (await form.CountAsync() == 0)
        {
            return;
        }

        foreach (var field in await form.Locator("input[type=text], input[type=email], input[type=password], textarea").AllAsync())
        {
            await field.FillAsync("");
        }

        await form.Locator("button[type=submit], button:not([type])").First.ClickAsync();

        // What is examined before its styles have come is another page.
        await page.WaitForLoadStateAsync(LoadState.Load);
    }
}
