using System.Text.RegularExpressions;

using CompetencyPortal.Testing;
using CompetencyPortal.Web.Tests.Texts;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>What follows the theme and what does not (decision 9).</summary>
public sealed partial class ThemeTests
{
    private static readonly string Styles = Path.Combine(Checkout.Folder, "src", "CompetencyPortal.Web", "wwwroot", "css");

    [Fact]
    public void NoView_UsesABootstrapColourThatDoesNotFollowTheTheme()
    {
        var views = SourceFile.All.Where(file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(views);
        Nothing.IsWrong(
            from view in views
            from Match use in FixedColour().Matches(view.Code)
            select $"{view}: {use.Value}");
    }

    [Fact]
    public void NoView_HasAScriptOrAStyleInside() =>
        Nothing.IsWrong(
            from view in CompiledView.All()
            from Match inside in Inside().Matches(CompiledView.MarkupOf(view))
            select $"{view}: {inside.Value}");

    [Fact]
    public void EveryColour_IsAToken() =>
        Nothing.IsWrong(
            from file in Directory.EnumerateFiles(Styles, "*.css")
            from line in File.ReadLines(file)
            where Colour().IsMatch(line) && !line.TrimStart().StartsWith("--", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}");

    [GeneratedRegex(@"\b(?:text|bg|border|link|btn|btn-outline|alert|table|text-bg|list-group-item)-(?:success|info|warning|light|dark|white|black|secondary-subtle|primary-subtle)\b|\b(?:text|bg|border|link|alert|table|text-bg|badge)-(?:primary|secondary|danger)\b|\bbtn-outline-\w+")]
    private static partial Regex FixedColour();

    [GeneratedRegex(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc)|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();

    [GeneratedRegex(@"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", RegexOptions.IgnoreCase)]
    private static partial Regex Colour();
}
