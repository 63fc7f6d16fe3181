using System.Text;

using CompetencyPortal.Data.Accounts;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class AuthenticatorKeyTests
{
    private static readonly AuthenticatorKey OfTheStandard = AuthenticatorKey.Parse(Base32.Encode(Encoding.ASCII.GetBytes("12345678901234567890")));

    /// <summary>The examples of RFC 6238, appendix B, for SHA-1: the last six of their eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeAt_TheStandardsMoments_IsTheStandardsCode(long seconds, string code) =>
        Assert.Equal(code, OfTheStandard.CodeAt(DateTimeOffset.UnixEpoch.AddSeconds(seconds)));

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void MomentOf_ACode_IsFoundHalfAMinuteBeforeAndAfterIt(int late, bool found)
    {
        var moment = DateTimeOffset.UnixEpoch.AddSeconds(1_800_000_000);
        Assert.Equal(found ? moment : null, OfTheStandard.MomentOf(OfTheStandard.CodeAt(moment), moment.AddSeconds(late)));
    }

    [Theory]
    [InlineData("287 082")]
    [InlineData(" 287-082 ")]
    [InlineData("２８７０８２")]
    public void MomentOf_ACodeHoweverItIsTyped_IsFound(string typed) =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(30), OfTheStandard.MomentOf(typed, DateTimeOffset.UnixEpoch.AddSeconds(59)));

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("94287082")]
    [InlineData("287083")]
    public void MomentOf_WhatIsNoCode_IsNone(string typed) => Assert.Null(OfTheStandard.MomentOf(typed, DateTimeOffset.UnixEpoch.AddSeconds(59)));

    [Fact]
    public void Create_CalledTwice_GivesTwoKeysThatSayNothing()
    {
        var (one, two) = (AuthenticatorKey.Create(), AuthenticatorKey.Create());
        Assert.NotEqual(one.Reveal(), two.Reveal());
        Assert.Equal(32, one.Reveal().Length);
        Assert.Equal(one.Reveal(), AuthenticatorKey.Parse(one.Reveal()).Reveal());
        Assert.DoesNotContain(one.Reveal(), $"{one}", StringComparison.Ordinal);
    }

    /// <summary>The examples of RFC 4648, section 10, without their padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_OfTheStandardsExamples_IsTheStandards(string text, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Decode(encoded)));
    }

    [Fact]
    public void RecoveryCodes_HoweverTheyAreTyped_HaveTheirDigest()
    {
        var code = RecoveryCode.Create();
        Assert.Matches("^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$", code);
        Assert.Equal(RecoveryCode.Digest(code), RecoveryCode.Digest(code.ToLowerInvariant().Replace("-", "  ", StringComparison.Ordinal)));
        Assert.Equal(RecoveryCode.Digest("OIB2-ABCD-EFGH-JKLM"), RecoveryCode.Digest("0182abcdefghjklm"));
        Assert.NotEqual(RecoveryCode.Digest(code), RecoveryCode.Digest(RecoveryCode.Create()));
    }
}
