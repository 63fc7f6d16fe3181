using System.Globalization;
using System.Text;

using CompetencyPortal.Data.Values;

namespace CompetencyPortal.Data.Imports.Columns;

/// <summary>What several spellings of one word have in common: its letters and digits, without case, marks and width.</summary>
internal static class Spelling
{
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in Plain(text))
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToUpper(character, CultureInfo.InvariantCulture));
            }
        }

        return key.ToString();
    }

    private static string Plain(string text) => PlainText.Is(text) ? text.Normalize(NormalizationForm.FormKD) : "";
}
