using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class PartnerNumberTests
{
    [Theory]
    [InlineData("4711", "4711")]
    [InlineData(" ab-1 ", "AB-1")]
    public void Parse_WhenItIsANumber_NormalisesIt(string text, string expected) => Assert.Equal(expected, PartnerNumber.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("123456789012345678901234567890123")]
    public void Parse_WhenItIsNone_Throws(string text) => Assert.Throws<FormatException>(() => PartnerNumber.Parse(text));
}
