using CompetencyPortal.Data.Csv;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Data.Tests.Csv;

public sealed class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\rA", "'\rA")]
    [InlineData("\nA", "'\nA")]
    [InlineData("\0A", "'\0A")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("－1", "'－1")]
    [InlineData("x;=1+1", "x;'=1+1")]
    [InlineData("x; @A1", "x;' @A1")]
    [InlineData("x\t-1", "x\t'-1")]
    [InlineData("x\r\n+1", "x\r\n'+1")]
    [InlineData("'=1", "''=1")]
    public void Harmless_WhatASpreadsheetWouldRun_IsKeptAText(string text, string written)
    {
        Assert.Equal(written, SpreadsheetText.Harmless(text));
        Assert.Equal(text, SpreadsheetText.Original(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Northwind, Ltd.")]
    [InlineData("'t Hooft")]
    [InlineData("A = B - C")]
    [InlineData("ana@fabrikam.example")]
    [InlineData("x;y")]
    public void Harmless_WhatNoSpreadsheetWouldRun_StaysAsItIs(string text)
    {
        Assert.Equal(text, SpreadsheetText.Harmless(text));
        Assert.Equal(text, SpreadsheetText.Original(text));
    }

    [Fact]
    public void Original_OfAnyTextMadeHarmless_IsThatText()
    {
        const string Letters = "'';;\t\r\n \0=+-@＝＋－＠a,\"\u00a0";
        Dice.Play(20_000, dice =>
        {
            var text = new string(dice.Some(1, 9, _ => Letters[dice.Below(Letters.Length)]));

            var written = SpreadsheetText.Harmless(text);

            Assert.Equal(text, SpreadsheetText.Original(written));
            Assert.DoesNotContain(written[0], "=+-@\t\r\n\0＝＋－＠");
        });
    }
}
