using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Tests.Entities;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@fabrikam.example", "ana@fabrikam.example")]
    [InlineData(" Léa.Étoile@Fabrikam.EXAMPLE ", "léa.étoile@fabrikam.example")]
    public void Parse_WhenItIsAnAddress_NormalisesIt(string text, string expected) => Assert.Equal(expected, EmailAddress.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("ana@a.example, bo@b.example")]
    [InlineData("Ana <ana@a.example>")]
    [InlineData("ana@a.example\r\nBcc: bo@b.example")]
    public void Parse_WhenItIsNone_Throws(string text) => Assert.Throws<FormatException>(() => EmailAddress.Parse(text));

    [Fact]
    public void Parse_WhenItIsTooLong_Throws()
    {
        Assert.Equal(EmailAddress.MaxLength, EmailAddress.Parse(new string('a', 244) + "@b.example").Value.Length);
        Assert.Throws<FormatException>(() => EmailAddress.Parse(new string('a', 245) + "@b.example"));
    }
}
