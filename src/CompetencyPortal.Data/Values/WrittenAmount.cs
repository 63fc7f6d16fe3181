using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CompetencyPortal.Data.Values;

/// <summary>
/// An amount as people of a culture write it: its decimal separator, its group separator or any kind of space between the
/// groups, a US$ sign or none, any kind of minus, and full-width characters as East Asian keyboards give them. What could be
/// meant in two ways is refused: groups that are not of three digits, or another culture's separators.
/// </summary>
public static class WrittenAmount
{
    private const string Sign = @"(?<minus>-?)";
    private const string Dollars = @"\s*(US)?\$?\s*";

    public static bool TryRead(string text, CultureInfo culture, out decimal amount)
    {
        amount = 0;
        var point = Regex.Escape(culture.NumberFormat.NumberDecimalSeparator);
        var group = Regex.Escape(Plain(culture.NumberFormat.NumberGroupSeparator));
        var digits = $@"(?<whole>[0-9]+|[0-9]{{1,3}}(?<group>\s|{group})[0-9]{{3}}(\k<group>[0-9]{{3}})*)({point}(?<cents>[0-9]+))?";
        var match = Regex.Match(Plain(text).Trim(), $"^{Sign}{Dollars}{Sign}{digits}{Dollars}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var minus = string.Concat(match.Groups["minus"].Captures);
        var whole = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return match.Success && decimal.TryParse(
            $"{minus}{whole}.{match.Groups["cents"].Value}",
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out amount);
    }

    /// <summary>The text with its full-width characters, its kinds of space and of minus made plain; nothing where it is no text at all.</summary>
    private static string Plain(string text) =>
        text.EnumerateRunes().Contains(Rune.ReplacementChar) ? "" : text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-');
}
