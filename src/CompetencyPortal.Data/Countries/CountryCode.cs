using System.Diagnostics.CodeAnalysis;

namespace CompetencyPortal.Data.Countries;

/// <summary>
/// A country by its ISO 3166-1 alpha-2 code, such as <c>FR</c>. It normalises itself to upper case; only codes that
/// the standard assigns are codes. The default value is no country.
/// </summary>
public readonly record struct CountryCode
{
    public const int Length = 2;

    private CountryCode(string value) => Value = value;

    /// <summary>The code in upper case.</summary>
    public string Value { get; }

    /// <summary>Every country of the standard, ordered by code.</summary>
    public static IReadOnlyList<CountryCode> All { get; } = [.. Iso3166.Alpha2.Select(code => new CountryCode(code))];

    /// <summary>Reads a code in either case.</summary>
    /// <exception cref="FormatException">The standard assigns no such code.</exception>
    public static CountryCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"“{text}” is not a country code of ISO 3166; a code looks like FR.");

    /// <summary>Reads a code in either case; false if the standard assigns no such code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CountryCode code)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var known = Iso3166.Alpha2.AsSpan().BinarySearch(value, StringComparer.Ordinal) >= 0;
        code = known ? new CountryCode(value) : default;
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
