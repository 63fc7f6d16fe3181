using System.Text.RegularExpressions;

using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Revisions.Disagreements;

/// <summary>The requirement pages as they lie beside the checkout, and their live text.</summary>
internal static partial class PageText
{
    private const string Missing = "The requirement pages do not lie beside the checkout (../shared/pages).";

    /// <summary>The folder of the pages; the test that asks for it is skipped where there is none.</summary>
    public static string Folder()
    {
        var folder = Path.Combine(Checkout.Surroundings, "shared", "pages");
        Assert.SkipUnless(Directory.Exists(folder), Missing);
        return folder;
    }

    /// <summary>The text in one language: without front matter, comments and anchors.</summary>
    public static string Of(RequirementPage page) => Live(File.ReadAllText(PathOf(page, ".md")));

    /// <summary>Both texts of the page that carries the English beside the translation; null where there is no such page.</summary>
    public static (string Translation, string English)? Both(RequirementPage page)
    {
        var path = PathOf(page, ".bilingual.md");
        if (!File.Exists(path))
        {
            return null;
        }

        var text = Live(File.ReadAllText(path));
        return (Pair().Replace(text, "${translation}"), Pair().Replace(text, "${english}"));
    }

    private static string PathOf(RequirementPage page, string ending) =>
        Path.Combine(Folder(), page.Locale, page.Competency, $"{page.Version:yyyy-MM-dd}{ending}");

    private static string Live(string text) =>
        Anchor().Replace(Comment().Replace(FrontMatter().Replace(text.ReplaceLineEndings("\n"), ""), ""), "");

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<a name=[^>]*></a>")]
    private static partial Regex Anchor();

    [GeneratedRegex("""<span data-ttu-id=[^>]*>(?<translation>.*?)</span><span class="sxs-lookup"><span data-stu-id=[^>]*>(?<english>.*?)</span></span>""", RegexOptions.Singleline)]
    private static partial Regex Pair();
}
