using CompetencyPortal.Data.Countries;

namespace CompetencyPortal.Data.Tests.Countries;

public sealed class CountryCodeTests
{
    [Fact]
    public void All_HasEveryCodeOfTheStandardOnce()
    {
        Assert.Equal(249, CountryCode.All.Count);
        Assert.Equal(CountryCode.All.Select(code => code.Value).Order(StringComparer.Ordinal).Distinct(), CountryCode.All.Select(code => code.Value));
    }

    [Theory]
    [InlineData("FR", "FR")]
    [InlineData("fr", "FR")]
    [InlineData(" tw ", "TW")]
    public void Parse_WhenTheCodeIsAssigned_NormalisesIt(string text, string expected) => Assert.Equal(expected, CountryCode.Parse(text).Value);

    [Theory]
    [InlineData("XX")]
    [InlineData("FRA")]
    [InlineData("")]
    [InlineData("F")]
    public void Parse_WhenTheCodeIsNotAssigned_Throws(string text) => Assert.Throws<FormatException>(() => CountryCode.Parse(text));
}
