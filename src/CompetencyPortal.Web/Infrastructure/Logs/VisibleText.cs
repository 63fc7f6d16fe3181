using System.Globalization;

namespace CompetencyPortal.Web.Infrastructure.Logs;

/// <summary>
/// Text of which a reader of a log sees every character: what would begin a line, move the cursor, colour the terminal or
/// turn the direction of writing is written as <c>\u</c> and its number, so that nobody's input can pose as an event of its own.
/// </summary>
internal static class VisibleText
{
    public static void Write(ReadOnlySpan<char> text, TextWriter output)
    {
        foreach (var character in text)
        {
            if (IsVisible(character))
            {
                output.Write(character);
            }
            else
            {
                output.Write($"\\u{(int)character:x4}");
            }
        }
    }

    private static bool IsVisible(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
