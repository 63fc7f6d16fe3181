using System.Globalization;
using System.Text;

namespace CompetencyPortal.Web.Pages.Search;

/// <summary>What somebody searches for, as it was typed.</summary>
/// <param name="Text">The text without surrounding blanks; blanks within it are single.</param>
public sealed record SearchAsked(string Text)
{
    public const int MaxLength = 200;

    private const int MinLength = 2;

    public static SearchAsked Of(string? typed) =>
        new(string.Join(' ', (typed ?? "").Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public bool IsEmpty => Text.Length is 0;

    public bool IsTooLong => Text.Length > MaxLength;

    /// <summary>One letter says nothing, but one of those that are words does.</summary>
    public bool IsTooShort => new StringInfo(Text).LengthInTextElements < MinLength && !Text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter);

    public bool IsAnswered => !IsEmpty && !IsTooLong && !IsTooShort;
}
