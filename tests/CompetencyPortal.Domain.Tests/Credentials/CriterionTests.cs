using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Domain.Tests.Credentials;

public sealed class CriterionTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");

    /// <summary>MB2-715 and MB2-716, and one of MB2-717, MB2-718.</summary>
    private static readonly Criterion Engagement =
        Given.All(Given.Holds("MB2-715"), Given.Holds("MB2-716"), Given.Any(Given.Holds("MB2-717"), Given.Holds("MB2-718")));

    [Theory]
    [InlineData("", false)]
    [InlineData("MB2-715,MB2-716", false)]
    [InlineData("MB2-715,MB2-717", false)]
    [InlineData("MB2-717,MB2-718", false)]
    [InlineData("MB2-715,MB2-716,MB2-717", true)]
    [InlineData("MB2-715,MB2-716,MB2-718", true)]
    [InlineData("MB2-718,MB2-717,MB2-716,MB2-715,70-764", true)]
    public void IsSatisfiedBy_AsksForAllAndOneOf(string held, bool satisfied) =>
        Assert.Equal(satisfied, Engagement.IsSatisfiedBy(Holding(held), Today));

    [Fact]
    public void MissingFor_WhenNothingIsHeld_IsTheWholeCriterion() =>
        Assert.Equal(Engagement, Engagement.MissingFor(Holding(""), Today));

    [Fact]
    public void MissingFor_WhenOnlyTheChoiceIsLeft_IsTheChoice() =>
        Assert.Equal(Given.Any(Given.Holds("MB2-717"), Given.Holds("MB2-718")), Engagement.MissingFor(Holding("MB2-715,MB2-716"), Today));

    [Fact]
    public void MissingFor_WhenOneIsLeft_IsThatOne() =>
        Assert.Equal(Given.Holds("MB2-716"), Engagement.MissingFor(Holding("MB2-715,MB2-718"), Today));

    [Fact]
    public void MissingFor_WhenSatisfied_IsNothing() => Assert.Null(Engagement.MissingFor(Holding("MB2-715,MB2-716,MB2-718"), Today));

    [Fact]
    public void MissingFor_WhenAlternativesArePartlyHeld_IsWhatEachStillLacks() =>
        Assert.Equal(
            Given.Any(Given.Holds("B-200"), Given.All(Given.Holds("C-300"), Given.Holds("D-400"))),
            Given.Any(Given.All(Given.Holds("A-100"), Given.Holds("B-200")), Given.All(Given.Holds("C-300"), Given.Holds("D-400"))).MissingFor(Holding("A-100"), Today));

    [Fact]
    public void Codes_AreInDocumentOrder() =>
        Assert.Equal(["MB2-715", "MB2-716", "MB2-717", "MB2-718"], Engagement.Codes.Select(code => code.Value));

    [Fact]
    public void ACriterionOfNoParts_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Given.All());
        Assert.Throws<ArgumentException>(() => Given.Any());
        Assert.Throws<ArgumentException>(() => new Criterion.AllOf(default));
        Assert.Throws<ArgumentException>(() => new Criterion.AnyOf(default));
    }

    [Fact]
    public void Equality_IsThatOfTheExpression()
    {
        var same = Given.All(Given.Holds("mb2 715"), Given.Holds("MB2716"), Given.Any(Given.Holds("MB2-717"), Given.Holds("MB2-718")));
        Assert.Equal(Engagement, same);
        Assert.Equal(Engagement.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Given.All(Given.Holds("MB2-715")), Given.Any(Given.Holds("MB2-715")));
    }

    private static Person Holding(string codes) =>
        Given.Person("Ana", codes.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
