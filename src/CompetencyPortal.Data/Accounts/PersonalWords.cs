using System.Text;

namespace CompetencyPortal.Data.Accounts;

/// <summary>The words that everybody knows of a person: a password made of them is guessed.</summary>
internal static class PersonalWords
{
    private const string Portal = "CompetencyPortal";

    /// <summary>Shorter parts stand in many words by chance; a name of two Chinese characters does not.</summary>
    private const int ShortestLatin = 3;

    private const int ShortestOther = 2;

    /// <summary>With this many letters beside the known words there is something to guess.</summary>
    private const int Enough = 4;

    /// <summary>Whether a password holds such words and, digits and signs apart, hardly anything else.</summary>
    public static bool Make(string password, params IEnumerable<string?> known)
    {
        var letters = Letters(password);
        var rest = letters;
        foreach (var word in known.Append(Portal).OfType<string>().SelectMany(WordsOf).Distinct().OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < letters.Length && rest.Length < Enough;
    }

    /// <summary>The parts of a name or an address, and the whole without what separates them.</summary>
    private static IEnumerable<string> WordsOf(string text) => text
        .Split([' ', '.', '-', '_', '@', '+', '\'', '’', ',', '·'], StringSplitOptions.RemoveEmptyEntries).Append(text).Select(Letters)
        .Where(word => word.Length >= (word.All(char.IsAscii) ? ShortestLatin : ShortestOther));

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetter));
}
