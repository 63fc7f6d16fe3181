using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Tests.Infrastructure;

public sealed class PluralTests
{
    [Theory]
    [InlineData("en", PluralForm.One, 1, -1)]
    [InlineData("en", PluralForm.Other, 0, 2, 11, 21, 101)]
    [InlineData("es", PluralForm.One, 1)]
    [InlineData("es", PluralForm.Other, 0, 2, 21)]
    [InlineData("fr", PluralForm.One, 0, 1)]
    [InlineData("fr", PluralForm.Other, 2, 21, 100)]
    [InlineData("ru", PluralForm.One, 1, 21, 31, 101, 121, 1001)]
    [InlineData("ru", PluralForm.Few, 2, 3, 4, 22, 34, 102, 1003)]
    [InlineData("ru", PluralForm.Many, 0, 5, 10, 11, 12, 14, 19, 20, 25, 111, 112, 114, 211, 1000)]
    [InlineData("zh-Hant", PluralForm.Other, 0, 1, 2, 21)]
    public void Of_GivesTheFormOfTheNumber(string language, PluralForm form, params int[] counts) =>
        Assert.All(counts, count => Assert.Equal(form, Plural.Of(language, count)));

    [Fact]
    public void FormsOf_HasEveryFormThatNumbersTake() =>
        Assert.All(
            PortalCulture.All,
            culture => Assert.Equal(
                Plural.FormsOf(culture.Name), Enumerable.Range(0, 200).Select(count => Plural.Of(culture.Name, count)).Distinct().Order()));
}
