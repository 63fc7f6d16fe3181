using System.Globalization;

namespace CompetencyPortal.Domain.Competencies;

/// <summary>
/// What an amount of revenue may be: US dollars with at most two decimals, negative for credits, and
/// smaller than ten thousand million million (10^16) in size, which is what the database stores as <c>decimal(18,2)</c>.
/// Amounts themselves are plain <see cref="decimal"/>s; sums of any number of them stay exact.
/// </summary>
public static class Money
{
    /// <summary>The greatest size of one amount, inclusive.</summary>
    public const decimal Largest = 9_999_999_999_999_999.99m;

    private const int IntegerDigits = 16;
    private const int Decimals = 2;

    /// <summary>Whether <paramref name="amount"/> has at most two decimals and lies within <see cref="Largest"/>.</summary>
    public static bool IsValid(decimal amount) => FormatOf(amount) == MoneyFormat.Valid;

    /// <summary>Whether <paramref name="amount"/> can be stored, and if not, why.</summary>
    public static MoneyFormat FormatOf(decimal amount) =>
        decimal.Round(amount, Decimals) != amount ? MoneyFormat.TooManyDecimals
        : amount is < -Largest or > Largest ? MoneyFormat.TooLarge
        : MoneyFormat.Valid;

    /// <summary>The same amount carried with exactly two decimals, so that it is written as <c>60000.00</c>; zero has no sign.</summary>
    public static decimal WithCents(decimal amount) => amount == 0 ? 0.00m : decimal.Round(amount, Decimals) + 0.00m;

    /// <summary>
    /// Reads a JSON number (<c>60000</c>, <c>60000.000</c>, <c>6e4</c>) without rounding it.
    /// </summary>
    /// <param name="number">The number as it stands in the document; its grammar is already known to be JSON's.</param>
    /// <param name="amount">The amount, or zero where the number is not one.</param>
    public static MoneyFormat Read(ReadOnlySpan<char> number, out decimal amount)
    {
        amount = 0;
        var negative = number[0] == '-';
        var exponentAt = number.IndexOfAny('e', 'E');
        var mantissa = number[(negative ? 1 : 0)..(exponentAt < 0 ? number.Length : exponentAt)];
        var pointAt = mantissa.IndexOf('.');
        var digits = (pointAt < 0 ? mantissa.ToString() : string.Concat(mantissa[..pointAt], mantissa[(pointAt + 1)..])).TrimStart('0');
        if (digits.Length == 0)
        {
            return MoneyFormat.Valid;
        }

        var fraction = pointAt < 0 ? 0 : mantissa.Length - pointAt - 1;
        var significant = digits.TrimEnd('0');
        fraction -= digits.Length - significant.Length;
        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(number[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return number[exponentAt + 1] == '-' ? MoneyFormat.TooManyDecimals : MoneyFormat.TooLarge;
        }

        var decimals = (long)fraction - exponent;
        if (decimals > Decimals)
        {
            return MoneyFormat.TooManyDecimals;
        }

        if (significant.Length - decimals > IntegerDigits)
        {
            return MoneyFormat.TooLarge;
        }

        var plain = decimals < 0
            ? significant + new string('0', (int)-decimals)
            : significant.PadLeft((int)decimals, '0').Insert(Math.Max(significant.Length, (int)decimals) - (int)decimals, ".");
        amount = decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * (negative ? -1 : 1);
        return MoneyFormat.Valid;
    }
}
