using System.Diagnostics.CodeAnalysis;

namespace CompetencyPortal.Data.Entities;

/// <summary>
/// The number under which the programme knows an organisation, as letters, digits and hyphens. It normalises itself
/// to upper case without surrounding blanks, so that it is equal and unique alike on every provider. The default value is no number.
/// </summary>
public readonly record struct PartnerNumber
{
    public const int MaxLength = 32;

    private PartnerNumber(string value) => Value = value;

    /// <summary>The normalised number.</summary>
    public string Value { get; }

    /// <summary>Reads a number as people type it.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is empty, too long, or has another character.</exception>
    public static PartnerNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"“{text}” is not a partner number: it has 1 to {MaxLength} letters, digits and hyphens.");

    /// <summary>Reads a number as people type it; false if <see cref="Parse"/> would refuse it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartnerNumber number)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var valid = value.Length is > 0 and <= MaxLength && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        number = valid ? new PartnerNumber(value) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
