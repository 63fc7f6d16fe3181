using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class OwnReferenceTests
{
    [Theory]
    [InlineData("INV-4711", "INV-4711")]
    [InlineData("  re  2016/02 ", "RE 2016/02")]
    [InlineData("re\u0301f\u00a01", "RÉF 1")]
    [InlineData("編號七", "編號七")]
    [InlineData("ＩＮＶ－１", "INV-1")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "1234567890123456789012345678901234567890123456789012345678901234")]
    public void Parse_WhenItIsAReference_NormalisesIt(string text, string expected) => Assert.Equal(expected, OwnReference.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" \u00a0")]
    [InlineData("a\tb")]
    [InlineData("a\0")]
    [InlineData("half \ud83d of a pair")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Parse_WhenItIsNone_Throws(string text) => Assert.Throws<FormatException>(() => OwnReference.Parse(text));

    [Fact]
    public void Parse_WhenANormalisedReferenceIsReadAgain_StaysAsItIs()
    {
        var reference = OwnReference.Parse(" ǆ ß ﬁ  é ");
        Assert.Equal(reference, OwnReference.Parse(reference.Value));
    }
}
