using CompetencyPortal.Browser.Tests.Hosting;

namespace CompetencyPortal.Browser.Tests.Accessibility;

/// <summary>Looks at the pages of a journey as it comes by, in one tab: wide and light, narrow and dark, and narrow in every language.</summary>
internal sealed class Examination(Visit visit)
{
    private static readonly string[] Languages = ["fr", "es", "ru", "zh-Hant", "en"];

    private readonly List<string> _findings = [];

    /// <summary>What was wrong; nothing, if all is well.</summary>
    public IReadOnlyList<string> Findings => [.. _findings.Concat(visit.Complaints).Distinct()];

    /// <summary>Looks at the page as it stands, and keeps pictures of it.</summary>
    public async Task LookAsync(string name)
    {
        foreach (var reader in (Reader[])[new(Dark: true, Width: Reader.Narrow), new()])
        {
            await visit.LookAsAsync(reader);
            _findings.AddRange(await Axe.ViolationsAsync(visit.Page, reader));
            await NoteWidthAsync();
            await visit.KeepScreenshotAsync(name);
        }
    }

    /// <summary>Looks at the page, and at what it is in the other languages; it is opened anew for each.</summary>
    public async Task LookInEveryLanguageAsync(string name)
    {
        await visit.LookAsAsync(new(Width: Reader.Narrow));
        foreach (var language in Languages)
        {
            await visit.ChooseLanguageAsync(language);
            await visit.Page.ReloadAsync();
            Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
            await NoteWidthAsync();
        }

        await LookAsync(name);
    }

    private async Task NoteWidthAsync()
    {
        if (await visit.ScrollsSidewaysAsync())
        {
            _findings.Add($"{new Uri(visit.Page.Url).PathAndQuery} scrolls sideways in {await visit.Page.Locator("html").GetAttributeAsync("lang")}.");
        }
    }
}
