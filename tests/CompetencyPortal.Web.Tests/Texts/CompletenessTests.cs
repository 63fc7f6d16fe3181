using System.Text.RegularExpressions;

using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Tests.Texts;

/// <summary>Every text is there in every language, with the same gaps to fill.</summary>
public sealed partial class CompletenessTests
{
    [Fact]
    public void EveryText_IsInEveryLanguage_InEachPluralFormThatTheLanguageHas()
    {
        var wrong =
            from area in TextArea.All
            from language in PortalCulture.All.Select(culture => culture.Name)
            let expected = area.English.Keys.SelectMany(key => Expected(key, language)).ToHashSet()
            let found = area.Languages[language].Keys.ToHashSet()
            from difference in expected.Except(found).Select(key => $"{area} lacks {key} in {language}")
                .Concat(found.Except(expected).Select(key => $"{area} has {key} in {language}, which English does not ask for"))
            select difference;

        Nothing.IsWrong(wrong);
    }

    [Fact]
    public void NoText_IsEmptyOrBeginsOrEndsWithASpace() =>
        Nothing.IsWrong(from text in TextArea.Texts where text.Value.Trim() is "" || text.Value.Trim() != text.Value select text);

    [Fact]
    public void EveryKey_IsANounAndAPhrase() =>
        Nothing.IsWrong(from text in TextArea.Texts where !Key().IsMatch(text.Key) select text);

    [Fact]
    public void EveryTranslation_HasTheGapsOfTheEnglishText()
    {
        var wrong =
            from area in TextArea.All
            from language in area.Languages
            from text in language.Value
            let form = TextKey.FormOf(text.Key)
            let english = area.English[form is null ? text.Key : $"{TextKey.Spoken(text.Key)}.{PluralForm.Other}"]
            let expected = Gaps(english)
            let found = Gaps(text.Value)
            where !found.SetEquals(expected) && !(IsOfOneThingOnly(language.Key, form) && found.IsSubsetOf(expected))
            select $"{area} {text.Key} in {language.Key} has {string.Join(' ', found)} for {string.Join(' ', expected)}";

        Nothing.IsWrong(wrong);
    }

    private static IEnumerable<string> Expected(string englishKey, string language) => TextKey.FormOf(englishKey) is null
        ? [englishKey]
        : Plural.FormsOf(language).Select(form => $"{TextKey.Spoken(englishKey)}.{form}");

    /// <summary>Where the singular means exactly one, the text may say so in words.</summary>
    private static bool IsOfOneThingOnly(string language, PluralForm? form) => form is PluralForm.One && language is "en" or "es";

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[A-Z]\w*(\.[A-Z]\w*)+$")]
    private static partial Regex Key();
}
