using System.Globalization;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Data.Listing;

/// <summary>How the values of columns stand in an address, the same in every language.</summary>
public static class KeyReaders
{
    public static bool Text(string text, out string key)
    {
        key = text;
        return true;
    }

    public static bool Product(string text, out ProductCode key)
    {
        key = new ProductCode(text);
        return true;
    }

    public static bool Day(string text, out DateOnly key) =>
        DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out key);

    public static bool Amount(string text, out decimal key) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out key) && Money.IsValid(key);

    public static bool Flag(string text, out bool key) => bool.TryParse(text, out key);

    /// <summary>The value as its reader reads it.</summary>
    public static string Write(object value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
