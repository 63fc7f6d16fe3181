using System.Globalization;
using System.Numerics;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Competencies;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("60000", "60000")]
    [InlineData("60000.00", "60000")]
    [InlineData("60000.000", "60000")]
    [InlineData("60000.10", "60000.1")]
    [InlineData("6e4", "60000")]
    [InlineData("6E+4", "60000")]
    [InlineData("6.00001e4", "60000.1")]
    [InlineData("6000001e-2", "60000.01")]
    [InlineData("100000000000000000000000000000e-27", "100")]
    [InlineData("0.010000000000000000000000000000", "0.01")]
    [InlineData("0.00e5", "0")]
    [InlineData("0e400", "0")]
    [InlineData("0e-99999999999999999999", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("1e0000000000000000000000002", "100")]
    [InlineData("9999999999999999.99", "9999999999999999.99")]
    [InlineData("-9999999999999999.99", "-9999999999999999.99")]
    [InlineData("999999999999999999e-2", "9999999999999999.99")]
    public void Read_WhenItIsAnAmount_ReadsItExactly(string number, string amount)
    {
        Assert.Equal(MoneyFormat.Valid, Money.Read(number, out var read));
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), read);
        Assert.True(Money.IsValid(read));
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("60000.001")]
    [InlineData("-0.001")]
    [InlineData("1e-3")]
    [InlineData("1e-400")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("123456789012345678901234567890.001")]
    [InlineData("0.0000000000000000000000000000000000000001")]
    public void Read_WhenThereArePartsOfACent_SaysSo(string number)
    {
        Assert.Equal(MoneyFormat.TooManyDecimals, Money.Read(number, out var read));
        Assert.Equal(0, read);
    }

    [Theory]
    [InlineData("10000000000000000")]
    [InlineData("-10000000000000000.00")]
    [InlineData("1e16")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e2147483648")]
    [InlineData("123456789012345678901234567890")]
    public void Read_WhenItIsBeyondTheLargest_SaysSo(string number)
    {
        Assert.Equal(MoneyFormat.TooLarge, Money.Read(number, out var read));
        Assert.Equal(0, read);
    }

    [Fact]
    public void Read_OfAnyNumberOfJson_AgreesWithExactArithmetic() => Dice.Play(20_000, dice =>
    {
        var whole = dice.Chance(30) ? "0" : $"{dice.Between(1, 9)}{Digits(dice, 0, 19)}";
        var fraction = dice.Chance(50) ? Digits(dice, 1, 6) + (dice.Chance(50) ? "00000" : "") : "";
        var exponent = dice.Chance(50) ? dice.Between(-24, 24) : 0;
        var sign = dice.Chance(30) ? "-" : "";
        var number = $"{sign}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}{(exponent != 0 || dice.Chance(20) ? $"{dice.Pick(["e", "E"])}{(exponent >= 0 ? dice.Pick(["", "+"]) : "")}{exponent}" : "")}";

        // The number in units of 10^-60, which holds every digit generated above.
        var units = BigInteger.Parse(sign + whole + fraction, CultureInfo.InvariantCulture) * BigInteger.Pow(10, 60 - fraction.Length + exponent);
        var cents = BigInteger.DivRem(units, BigInteger.Pow(10, 58), out var partOfACent);
        var expected = partOfACent != 0 ? MoneyFormat.TooManyDecimals
            : BigInteger.Abs(cents) > 999_999_999_999_999_999 ? MoneyFormat.TooLarge
            : MoneyFormat.Valid;

        Assert.Equal((number, expected), (number, Money.Read(number, out var read)));
        Assert.Equal(expected == MoneyFormat.Valid ? (decimal)cents / 100 : 0, read);
    });

    [Theory]
    [InlineData("60000", "60000.00")]
    [InlineData("60000.1", "60000.10")]
    [InlineData("60000.1000", "60000.10")]
    [InlineData("0", "0.00")]
    [InlineData("-0.00", "0.00")]
    [InlineData("-12.5", "-12.50")]
    public void WithCents_AlwaysCarriesTwoDecimals(string amount, string written) =>
        Assert.Equal(written, Money.WithCents(decimal.Parse(amount, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void IsValid_AtItsBounds_IncludesThem()
    {
        Assert.True(Money.IsValid(Money.Largest));
        Assert.True(Money.IsValid(-Money.Largest));
        Assert.False(Money.IsValid(Money.Largest + 0.01m));
        Assert.False(Money.IsValid(-Money.Largest - 0.01m));
        Assert.True(Money.IsValid(1.230m));
        Assert.False(Money.IsValid(1.234m));
    }

    private static string Digits(Dice dice, int least, int most) => string.Concat(dice.Some(least, most, _ => dice.Below(10)));
}
