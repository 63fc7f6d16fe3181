using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Tests.Credentials;

public sealed class CredentialCodeTests
{
    [Theory]
    [InlineData("MB2-714")]
    [InlineData("mb2-714")]
    [InlineData("Mb2-714")]
    [InlineData("MB2 714")]
    [InlineData("MB2714")]
    [InlineData("MB 2-714")]
    [InlineData("MB-2-714")]
    [InlineData("MB2_714")]
    [InlineData("MB2.714")]
    [InlineData("MB2/714")]
    [InlineData("MB2--714")]
    [InlineData("  MB2-714\t")]
    [InlineData("(MB2-714)")]
    [InlineData("MB2\u2010714")]
    [InlineData("MB2\u2011714")]
    [InlineData("MB2\u2013714")]
    [InlineData("MB2\u2212714")]
    [InlineData("MB2\u00A0714")]
    [InlineData("MB2\u00AD-714")]
    [InlineData("\uFEFFMB2-714\u200B")]
    [InlineData("ＭＢ２－７１４")]
    [InlineData("Exam MB2-714")]
    [InlineData("EXAM MB2 714")]
    [InlineData("exam: mb2714")]
    [InlineData("Exam-MB2-714")]
    [InlineData("ExamMB2714")]
    [InlineData("Exam\u00A0MB2-714")]
    public void Parse_WhateverTheSpelling_ReadsOneCode(string spelling) =>
        Assert.Equal("MB2-714", CredentialCode.Parse(spelling).Value);

    [Theory]
    [InlineData("70-764")]
    [InlineData("70764")]
    [InlineData("70 764")]
    [InlineData("Exam 70-764")]
    [InlineData("Exam70-764")]
    [InlineData("exam70764")]
    public void Parse_WhenTheExamIsNamedByNumbersAlone_ReadsOneCode(string spelling) =>
        Assert.Equal("70-764", CredentialCode.Parse(spelling).Value);

    [Theory]
    [InlineData("MB2-714", "MB2-715")]
    [InlineData("MB2-714", "MB6-714")]
    [InlineData("MB2-714", "MB2-7140")]
    [InlineData("70-764", "70-7640")]
    [InlineData("70-764", "764")]
    public void Parse_WhenCodesDiffer_KeepsThemApart(string one, string other) =>
        Assert.NotEqual(CredentialCode.Parse(one), CredentialCode.Parse(other));

    [Theory]
    [InlineData("Dynamics 365 Sales Assessment", "DYNAMICS-365-SALES-ASSESSMENT")]
    [InlineData("MCSA: Office 365", "MCSA-OFFICE-365")]
    [InlineData("Examination", "EXAMINATION")]
    [InlineData("Exam", "EXAM")]
    public void Parse_WhenItIsNoExamNumber_JoinsTheWordsByHyphens(string text, string value) =>
        Assert.Equal(value, CredentialCode.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t\r\n")]
    [InlineData("—")]
    [InlineData("\0")]
    public void TryParse_WhenThereIsNoCode_IsFalse(string? text)
    {
        Assert.False(CredentialCode.TryParse(text, out var code));
        Assert.Equal(default, code);
    }

    // Attributes cannot carry a lone surrogate.
    [Fact]
    public void TryParse_WhenThereIsALoneSurrogate_IsFalse()
    {
        Assert.False(CredentialCode.TryParse("\uD800MB2-714", out _));
        Assert.False(CredentialCode.TryParse("MB2-714\uDC00", out _));
    }

    [Fact]
    public void Parse_WhenThereIsNoCode_SaysWhatACodeLooksLike() =>
        Assert.Contains("MB2-715", Assert.Throws<FormatException>(() => CredentialCode.Parse("–")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_WhenGivenItsOwnValue_ReturnsTheSameCode() => Testing.Dice.Play(5_000, dice =>
    {
        var text = string.Concat(dice.Some(1, 14, _ => dice.Pick(Snippets)));
        if (CredentialCode.TryParse(text, out var code))
        {
            Assert.Equal(code, CredentialCode.Parse(code.Value));
            Assert.Equal(code, CredentialCode.Parse(code.Value.ToLowerInvariant()));
            Assert.Equal(code, CredentialCode.Parse($" {code.Value} "));
        }
    });

    private static readonly string[] Snippets = ["MB", "mb2", "70", "714", "7", "-", " ", "Exam", "exam ", "EXAM-", ":", "\u00A0", "\u2013", "ſ", "ß", "É", "①", "ﬀ", "Ⅷ", "中"];
}
