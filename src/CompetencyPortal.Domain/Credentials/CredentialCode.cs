using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CompetencyPortal.Domain.Credentials;

/// <summary>
/// The code of a credential, such as <c>MB2-715</c>. It normalises itself: <c>MB2 714</c>, <c>mb2-714</c>,
/// <c>ＭＢ２－７１４</c> and <c>Exam MB2-714</c> are one code. Equality is that of the normalised <see cref="Value"/>.
/// The default value is no code and equals only itself.
/// </summary>
public readonly record struct CredentialCode
{
    private const string ExamPrefix = "EXAM";
    private const int NumberLength = 3;

    private static readonly SearchValues<char> UpperCase = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private CredentialCode(string value) => Value = value;

    /// <summary>The normalised code: upper-case letters, digits and single hyphens, the exam's three-digit number set off by a hyphen.</summary>
    public string Value { get; }

    /// <summary>Reads a code as people type it.</summary>
    /// <exception cref="FormatException">There is no letter or digit in <paramref name="text"/>.</exception>
    public static CredentialCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"“{text}” is not a credential code; a code looks like MB2-715.");

    /// <summary>Reads a code as people type it; false if there is no letter or digit in it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CredentialCode code)
    {
        code = default;
        if (IsWrittenExam(text))
        {
            code = new CredentialCode(text);
            return true;
        }

        if (text is null || !TryNormalise(text, out var compatible))
        {
            return false;
        }

        var words = Words(compatible);
        while (words is [ExamPrefix, _, ..])
        {
            words.RemoveAt(0);
        }

        if (words.Count == 0)
        {
            return false;
        }

        var compact = string.Concat(words);
        if (compact.StartsWith(ExamPrefix, StringComparison.Ordinal) && IsExam(compact[ExamPrefix.Length..]))
        {
            compact = compact[ExamPrefix.Length..];
        }

        code = new CredentialCode(IsExam(compact) ? $"{compact[..^NumberLength]}-{compact[^NumberLength..]}" : string.Join('-', words));
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>The exams' own spelling, which nearly every code has that is read: nothing is left to normalise.</summary>
    private static bool IsWrittenExam([NotNullWhen(true)] string? text) =>
        text is { Length: > NumberLength + 1 and <= 7 } && text[^(NumberLength + 1)] == '-'
        && text.AsSpan(text.Length - NumberLength).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(0, text.Length - NumberLength - 1).IndexOfAnyExcept(UpperCase) < 0;

    private static bool IsExam(string compact) =>
        compact.Length is > NumberLength and <= 6 && compact.All(char.IsAsciiLetterOrDigit) && compact.AsSpan(compact.Length - NumberLength).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool TryNormalise(string text, out string compatible)
    {
        compatible = "";
        try
        {
            compatible = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
            return true;
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised, and no code has one.
            return false;
        }
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
