using System.Globalization;

using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Tests.Infrastructure;

/// <summary>Amounts, days and numbers as readers of each language write them. The spaces inside them never break a line.</summary>
public sealed class FormatsTests
{
    [Theory]
    [InlineData("en", "US$288,400", "US$0.50", "\u2212US$1,234.50")]
    [InlineData("fr", "288\u202f400\u00a0US$", "0,50\u00a0US$", "\u22121\u202f234,50\u00a0US$")]
    [InlineData("es", "288.400\u00a0US$", "0,50\u00a0US$", "\u22121.234,50\u00a0US$")]
    [InlineData("ru", "288\u00a0400\u00a0US$", "0,50\u00a0US$", "\u22121\u00a0234,50\u00a0US$")]
    [InlineData("zh-Hant", "US$288,400", "US$0.50", "\u2212US$1,234.50")]
    public void Money_IsInUsDollars_WithCentsOnlyWhereThereAreAny(string culture, string whole, string cents, string credit)
    {
        var formats = In(culture);

        Assert.Equal(whole, formats.Money(288_400.00m));
        Assert.Equal(cents, formats.Money(0.5m));
        Assert.Equal(credit, formats.Money(-1234.50m));
    }

    [Theory]
    [InlineData("en", "288,400.00")]
    [InlineData("fr", "288\u202f400,00")]
    [InlineData("es", "288.400,00")]
    [InlineData("ru", "288\u00a0400,00")]
    [InlineData("zh-Hant", "288,400.00")]
    public void Amount_AlwaysHasTwoDecimals(string culture, string expected) =>
        Assert.Equal(expected, In(culture).Amount(288_400m));

    [Theory]
    [InlineData("en", "1 July 2027", "31 Dec 2017")]
    [InlineData("fr", "1er juillet 2027", "31 déc. 2017")]
    [InlineData("es", "1 de julio de 2027", "31 dic 2017")]
    [InlineData("ru", "1 июля 2027 года", "31 дек. 2017")]
    [InlineData("zh-Hant", "2027年7月1日", "2017/12/31")]
    public void Day_IsWrittenOutInASentence_AndShortInATable(string culture, string sentence, string table)
    {
        var formats = In(culture);

        Assert.Equal(sentence, formats.Day(new DateOnly(2027, 7, 1)));
        Assert.Equal(table, formats.ShortDay(new DateOnly(2017, 12, 31)));
    }

    [Theory]
    [InlineData("en", "10%")]
    [InlineData("fr", "10\u00a0%")]
    [InlineData("ru", "10\u00a0%")]
    public void Percent_IsWhole(string culture, string expected) =>
        Assert.Equal(expected, In(culture).Percent(0.1m));

    private static Formats In(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        return new Formats();
    }
}
