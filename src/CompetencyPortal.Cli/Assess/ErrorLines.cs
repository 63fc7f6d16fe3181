using System.Globalization;
using System.Text;

using CompetencyPortal.Domain.Documents;

namespace CompetencyPortal.Cli.Assess;

/// <summary>Writes what is wrong with a document for a terminal.</summary>
internal static class ErrorLines
{
    /// <summary>One line per error. Control characters of the document are escaped, so that they cannot command the terminal or feign a line.</summary>
    public static string AsLines(this DocumentErrors errors)
    {
        var lines = new StringBuilder();
        foreach (var error in errors.All)
        {
            foreach (var character in error.ToString())
            {
                if (char.IsControl(character))
                {
                    lines.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
                }
                else
                {
                    lines.Append(character);
                }
            }

            lines.Append('\n');
        }

        return lines.ToString();
    }
}
