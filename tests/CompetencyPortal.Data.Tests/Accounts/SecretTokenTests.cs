using CompetencyPortal.Data.Accounts;

namespace CompetencyPortal.Data.Tests.Accounts;

public sealed class SecretTokenTests
{
    [Fact]
    public void TryParse_WhenTheTextWasRevealed_GivesTheSameToken()
    {
        var token = SecretToken.Create();
        Assert.True(SecretToken.TryParse(token.Reveal(), out var parsed));
        Assert.Equal(token.Hash(), parsed.Hash());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryParse_WhenTheTextIsNoToken_IsFalse(string? text) => Assert.False(SecretToken.TryParse(text, out _));

    [Fact]
    public void ToString_OfAToken_RevealsNothing()
    {
        var token = SecretToken.Create();
        Assert.DoesNotContain(token.Reveal(), $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public void Create_CalledTwice_GivesTwoTokens() => Assert.NotEqual(SecretToken.Create().Reveal(), SecretToken.Create().Reveal());
}
