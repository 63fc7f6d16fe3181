using System.Text.RegularExpressions;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>No words stand in a view itself: they come from the resources.</summary>
public sealed partial class BareTextTests
{
    [Fact]
    public void NoView_HasWordsBetweenItsTags()
    {
        var markup = CompiledView.All().ToDictionary(view => view.FullName!, CompiledView.MarkupOf);

        Assert.Contains(markup.Values, text => text.Contains("<h1>", StringComparison.Ordinal));
        Nothing.IsWrong(
            from view in markup
            from Match words in Word().Matches(Currency().Replace(Tag().Replace(view.Value, "\n"), ""))
            select $"{view.Key}: {words.Value.Trim()}");
    }

    [Fact]
    public void NoView_HasWordsInAnAttributeThatPeopleRead() =>
        Nothing.IsWrong(
            from file in SourceFile.All
            where file.Path.EndsWith(".cshtml", StringComparison.Ordinal)
            from Match attribute in SpokenAttribute().Matches(file.Code)
            where Word().IsMatch(Currency().Replace(attribute.Groups["value"].Value, ""))
            select $"{file}: {attribute.Value}");

    [Fact]
    public void NoMessage_IsWrittenInTheCode() =>
        Nothing.IsWrong(
            from file in SourceFile.All
            where file.Path.EndsWith(".cs", StringComparison.Ordinal)
            from Match message in WrittenMessage().Matches(file.Code)
            select $"{file}: {message.Value}");

    /// <summary>A tag, or the beginning of one whose end the code writes.</summary>
    [GeneratedRegex(@"<[^<>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\n]*\p{L}{2,}[^\n]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"US\$|&\w+;")]
    private static partial Regex Currency();

    [GeneratedRegex("""(?:\bWithMessage\(|\bAddModelError\([^,;]+,|\bStatusMessage\s*=)\s*\$?"[^;]*""")]
    private static partial Regex WrittenMessage();

    [GeneratedRegex("""\b(?:title|alt|placeholder|label|hint|unit|aria-label|aria-description|data-label)="(?<value>[^"@]*)["@]""")]
    private static partial Regex SpokenAttribute();
}
