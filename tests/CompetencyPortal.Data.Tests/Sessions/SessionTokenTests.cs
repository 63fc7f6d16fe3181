using CompetencyPortal.Data.Sessions;

namespace CompetencyPortal.Data.Tests.Sessions;

public sealed class SessionTokenTests
{
    [Fact]
    public void TryParse_WhenTheTextWasRevealed_GivesTheSameToken()
    {
        var token = SessionToken.Create();
        Assert.True(SessionToken.TryParse(token.Reveal(), out var parsed));
        Assert.Equal(token.Hash(), parsed.Hash());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void TryParse_WhenTheTextIsNoToken_IsFalse(string? text) => Assert.False(SessionToken.TryParse(text, out _));

    [Fact]
    public void ToString_OfAToken_RevealsNothing()
    {
        var token = SessionToken.Create();
        Assert.DoesNotContain(token.Reveal(), $"{token}", StringComparison.Ordinal);
    }

    [Fact]
    public void Create_CalledTwice_GivesTwoTokens() => Assert.NotEqual(SessionToken.Create().Reveal(), SessionToken.Create().Reveal());
}
