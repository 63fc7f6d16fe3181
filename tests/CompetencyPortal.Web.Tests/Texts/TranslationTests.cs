using System.Text.RegularExpressions;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>A text that was copied and not translated is found.</summary>
public sealed partial class TranslationTests
{
    [Fact]
    public void NoTranslation_IsTheEnglishText_ExceptWhereItIsListed() =>
        Nothing.IsWrong(from text in Untranslated() where !IsListed(text) select text);

    [Fact]
    public void EveryListedException_IsStillTheEnglishText()
    {
        var found = Untranslated().ToList();
        var stale =
            from exception in SameAsEnglish.Allowed
            from language in exception.Languages.Split(' ')
            where !found.Any(text => exception.Covers(text) && text.Language == language)
            select $"{exception.Area} {exception.Key} in {language}";

        Nothing.IsWrong(stale);
    }

    /// <summary>Russian and Chinese have letters of their own: a long run of Latin ones was left behind.</summary>
    [Fact]
    public void NoRussianOrChineseText_IsWrittenInLatinLettersOnly() =>
        Nothing.IsWrong(
            from text in TextArea.Texts
            where text.Language is "ru" or "zh-Hant"
            where Letter().IsMatch(WithoutGaps(text.Value)) && !NotLatin().IsMatch(text.Value) && !IsListed(text)
            select text);

    private static bool IsListed(TextArea.Text text) => SameAsEnglish.Allowed.Any(exception => exception.Covers(text));

    private static IEnumerable<TextArea.Text> Untranslated() =>
        from text in TextArea.Texts
        where text.Language is not "en"
        let english = TextArea.All.Single(area => area.Name == text.Area).English
        where Letter().IsMatch(WithoutGaps(text.Value))
        where english.TryGetValue(text.Key, out var same) && same == text.Value
        select text;

    /// <summary>What is left for a translator: gaps and the currency are the same everywhere.</summary>
    private static string WithoutGaps(string text) => Gap().Replace(text, "");

    [GeneratedRegex(@"\{\w+\}|US\$|UTC|TTM|CSV")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();

    [GeneratedRegex(@"[\p{IsCyrillic}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex NotLatin();
}
