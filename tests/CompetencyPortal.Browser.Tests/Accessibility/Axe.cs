using System.Text.Json;

using CompetencyPortal.Browser.Tests.Hosting;

using Deque.AxeCore.Commons;

using Microsoft.Playwright;

namespace CompetencyPortal.Browser.Tests.Accessibility;

/// <summary>What axe finds against WCAG 2.0 to 2.2, A and AA.</summary>
internal static class Axe
{
    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Runs axe in the page itself: the package's own way opens another tab for every run, and the portal has no frames.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, Reader reader)
    {
        await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>(
            """
            async tags => {
              const result = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return {
                passes: result.passes.length,
                violations: result.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html).join(' | ')}`),
              };
            }
            """,
            Wcag);
        Assert.True(result.GetProperty("passes").GetInt32() > 0, "axe examined nothing.");
        return [.. result.GetProperty("violations").EnumerateArray().Select(violation =>
            $"{new Uri(page.Url).PathAndQuery} ({(reader.Dark ? "dark" : "light")}, {reader.Width}): {violation.GetString()}")];
    }
}
