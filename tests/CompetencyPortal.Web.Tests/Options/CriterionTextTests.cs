using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Web.Tests.Options;

public sealed class CriterionTextTests
{
    private static readonly Criterion A = Require.Holds("MB2-701");
    private static readonly Criterion B = Require.Holds("MB2-702");
    private static readonly Criterion C = Require.Holds("MB2-703");
    private static readonly Criterion D = Require.Holds("MB2-704");

    [Fact]
    public void Holds_IsTheCode() => Says("MB2-701", A);

    [Fact]
    public void AllOf_IsAList() => Says("MB2-701, MB2-702 and MB2-703", Require.All(A, B, C));

    [Fact]
    public void AnyOf_IsOneOfAList() => Says("one of MB2-701, MB2-702", Require.Any(A, B));

    [Fact]
    public void AllOf_WhenOnlyItsLastPartHasCommas_NeedsNoMoreThanCommas() =>
        Says("MB2-701, MB2-702 and one of MB2-703, MB2-704", Require.All(A, B, Require.Any(C, D)));

    [Fact]
    public void AllOf_WhenAnEarlierPartHasCommas_StandsApartBySemicolons() =>
        Says("one of MB2-701, MB2-702; and one of MB2-703, MB2-704", Require.All(Require.Any(A, B), Require.Any(C, D)));

    [Fact]
    public void WhatIsNestedDeeper_StandsInParentheses() =>
        Says("one of (MB2-701 and one of MB2-702, MB2-703), MB2-704", Require.Any(Require.All(A, Require.Any(B, C)), D));

    [Fact]
    public void WhatSaysNothing_IsLeftOut()
    {
        Says("MB2-701", Require.Any(Require.All(A)));
        Says("MB2-701, MB2-702 and MB2-703", Require.All(A, Require.All(B, C)));
        Says("one of MB2-701, MB2-702, MB2-703", Require.Any(Require.Any(A, B), C));
    }

    [Theory]
    [InlineData("fr", "MB2-701 et l’une des qualifications (MB2-702 et MB2-703), MB2-704")]
    [InlineData("es", "MB2-701 y una de las credenciales (MB2-702 y MB2-703), MB2-704")]
    [InlineData("ru", "MB2-701 и одна из квалификаций (MB2-702 и MB2-703), MB2-704")]
    [InlineData("zh-Hant", "MB2-701 以及 「（MB2-702 以及 MB2-703）、MB2-704」其中一項")]
    public void EveryLanguage_SaysIt(string language, string words) => Says(words, Require.All(A, Require.Any(Require.All(B, C), D)), language);

    private static void Says(string expected, Criterion criterion, string language = "en")
    {
        using var words = new Words(language);
        Assert.Equal(expected, words.Criteria.Of(criterion));
    }
}
