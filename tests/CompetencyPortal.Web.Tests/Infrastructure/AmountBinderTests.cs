using System.Globalization;

using CompetencyPortal.Data.Values;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class AmountBinderTests
{
    [Theory]
    [InlineData("en", "1,234.56")]
    [InlineData("en", "1234.56")]
    [InlineData("en", "US$1,234.56")]
    [InlineData("en", " $ 1 234.56 ")]
    [InlineData("fr", "1 234,56")]
    [InlineData("fr", "1\u00a0234,56")]
    [InlineData("fr", "1\u202f234,56")]
    [InlineData("fr", "1234,56 US$")]
    [InlineData("es", "1.234,56")]
    [InlineData("es", "1234,56")]
    [InlineData("ru", "1 234,56")]
    [InlineData("ru", "1\u00a0234,56")]
    [InlineData("zh-Hant", "1,234.56")]
    [InlineData("zh-Hant", "１，２３４．５６")]
    public void TryRead_WhatItsReaderWrites_IsTheAmount(string language, string text) => Assert.Equal(1234.56m, Read(language, text));

    [Theory]
    [InlineData("-5.25", "-5.25")]
    [InlineData("−5.25", "-5.25")]
    [InlineData("-US$5.25", "-5.25")]
    [InlineData("US$-5.25", "-5.25")]
    [InlineData("－５．２５", "-5.25")]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.005", "1.005")]
    public void TryRead_SignsAndLengths_AreTakenAsTheyStand(string text, string amount) =>
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), Read("en", text));

    [Theory]
    [InlineData("en", "1.234,56")]
    [InlineData("en", "1,5")]
    [InlineData("en", "1,23")]
    [InlineData("en", "12,34,567")]
    [InlineData("en", "1234,567")]
    [InlineData("en", "1,234 567")]
    [InlineData("en", "1 23")]
    [InlineData("en", "1.234.567")]
    [InlineData("fr", "1.234,56")]
    [InlineData("fr", "1 23,5")]
    [InlineData("fr", "1234.56")]
    [InlineData("es", "1,234.56")]
    [InlineData("es", "1.5")]
    [InlineData("es", "1.23")]
    [InlineData("ru", "1,234.56")]
    [InlineData("ru", "1.5")]
    [InlineData("zh-Hant", "1.234,56")]
    [InlineData("en", "--5")]
    [InlineData("en", "-US$-5")]
    [InlineData("en", "(5.00)")]
    [InlineData("en", "5-")]
    [InlineData("en", "6e4")]
    [InlineData("en", "NaN")]
    [InlineData("en", "€5")]
    [InlineData("en", "1.")]
    [InlineData("en", ".5")]
    [InlineData("en", "٣")]
    [InlineData("en", "\ud800")]
    [InlineData("en", "79228162514264337593543950336")]
    public void TryRead_WhatCouldMeanTwoThingsOrNone_IsRefused(string language, string text) => Assert.Null(Read(language, text));

    private static decimal? Read(string language, string text) =>
        WrittenAmount.TryRead(text, CultureInfo.GetCultureInfo(language), out var amount) ? amount : null;
}
