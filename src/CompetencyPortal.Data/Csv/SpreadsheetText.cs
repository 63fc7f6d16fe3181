using System.Text.RegularExpressions;

namespace CompetencyPortal.Data.Csv;

/// <summary>
/// A text in a CSV file that a spreadsheet opens. A spreadsheet runs a cell that begins like a formula; an apostrophe before it
/// keeps it a text. One whose culture separates by semicolons, or that is told to separate by tabs, splits our fields at those and
/// pays no heed to the quotes around them, so that a formula may also begin inside a text.
/// </summary>
public static partial class SpreadsheetText
{
    private const string Apostrophe = "'";

    /// <summary>The text as it is written into a file: with one apostrophe more at each place where a spreadsheet would begin to calculate.</summary>
    public static string Harmless(string text) => Formula().Replace(text, Apostrophe);

    /// <summary>The text that was written as <paramref name="written"/>: <see cref="Harmless"/> undone exactly.</summary>
    public static string Original(string written) => KeptFormula().Replace(written, "");

    /// <summary>
    /// The place of a cell's beginning whose cell a spreadsheet would run. Spreadsheets may pass over blanks before the sign; a
    /// file's apostrophes before it count as well, so that each text has a spelling of its own.
    /// </summary>
    [GeneratedRegex(@"(?:^|(?<=[;\t\r\n]))(?='*(?:[^\S\t\r\n]|\0)*[=+\-@＝＋－＠])|^(?='*[\t\r\n\0])", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?:^|(?<=[;\t\r\n]))'(?='*(?:[^\S\t\r\n]|\0)*[=+\-@＝＋－＠])|^'(?='*[\t\r\n\0])", RegexOptions.CultureInvariant)]
    private static partial Regex KeptFormula();
}
