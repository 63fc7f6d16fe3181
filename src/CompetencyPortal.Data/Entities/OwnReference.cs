using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CompetencyPortal.Data.Entities;

/// <summary>
/// What an organisation itself calls one of its rows: the number of an invoice, a customer's code. It normalises itself to
/// upper case, compatible composed characters and single blanks, so that it is equal and unique alike on every provider. The default value is none.
/// </summary>
public readonly record struct OwnReference
{
    public const int MaxLength = 64;

    private OwnReference(string value) => Value = value;

    /// <summary>The normalised reference.</summary>
    public string Value { get; }

    /// <summary>Reads a reference as people type it.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is empty, too long, or has a character that cannot be seen or read.</exception>
    public static OwnReference Parse(string text) =>
        TryParse(text, out var reference) ? reference : throw new FormatException($"“{text}” is not a reference: it has 1 to {MaxLength} characters that can be seen and read.");

    /// <summary>Reads a reference as people type it; false if <see cref="Parse"/> would refuse it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out OwnReference reference)
    {
        reference = default;
        if (text is null || text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Rune.IsControl(rune)))
        {
            return false;
        }

        var value = string.Join(' ', text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (value.Length is 0 or > MaxLength)
        {
            return false;
        }

        reference = new OwnReference(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
