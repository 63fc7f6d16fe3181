using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Revisions;

public sealed class RevisionHistoryTests
{
    private static readonly Revision June = Given.Revision("2017-06-27");
    private static readonly Revision July = Given.Revision("2017-07-07");
    private static readonly RevisionHistory History = new([July, June]);

    [Fact]
    public void InForceOn_WhenDateIsTheDayBeforeTheFirstRevision_ReturnsNone() => Assert.Null(History.InForceOn(Given.Day("2017-06-26")));

    [Fact]
    public void InForceOn_WhenDateIsTheDayOfTheFirstRevision_ReturnsIt() => Assert.Same(June, History.InForceOn(Given.Day("2017-06-27")));

    [Fact]
    public void InForceOn_WhenDateIsTheDayBeforeARevision_ReturnsThePreviousOne() => Assert.Same(June, History.InForceOn(Given.Day("2017-07-06")));

    [Fact]
    public void InForceOn_WhenDateIsTheDayOfARevision_ReturnsIt() => Assert.Same(July, History.InForceOn(Given.Day("2017-07-07")));

    [Fact]
    public void InForceOn_OnTheLastDayThereIs_ReturnsTheLastRevision() => Assert.Same(July, History.InForceOn(DateOnly.MaxValue));

    [Fact]
    public void PeriodOf_EndsTheDayBeforeTheNext()
    {
        Assert.Equal(Given.Period("2017-06-27", "2017-07-06"), History.PeriodOf(June));
        Assert.Equal(Given.Period("2017-07-07", null), History.PeriodOf(July));
    }

    [Theory]
    [InlineData("2017-06-26", RevisionStatus.Announced, RevisionStatus.Announced)]
    [InlineData("2017-06-27", RevisionStatus.InForce, RevisionStatus.Announced)]
    [InlineData("2017-07-06", RevisionStatus.InForce, RevisionStatus.Announced)]
    [InlineData("2017-07-07", RevisionStatus.Ended, RevisionStatus.InForce)]
    public void StatusOn_ToldApart_AnnouncedInForceAndEnded(string day, RevisionStatus june, RevisionStatus july)
    {
        Assert.Equal(june, History.StatusOn(June, Given.Day(day)));
        Assert.Equal(july, History.StatusOn(July, Given.Day(day)));
    }

    [Fact]
    public void ARevisionOfAnotherHistory_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => History.PeriodOf(Given.Revision("2018-01-01")));
        Assert.Throws<ArgumentException>(() => History.StatusOn(Given.Revision("2018-01-01"), Given.Day("2018-01-01")));
    }

    [Fact]
    public void AHistory_OfNoRevision_IsRefused() => Assert.Throws<ArgumentException>(() => new RevisionHistory([]));

    [Fact]
    public void AHistory_WithTwoRevisionsOfOneDay_IsRefused() =>
        Assert.Contains("2017-07-07", Assert.Throws<ArgumentException>(() => new RevisionHistory([July, June, Given.Revision("2017-07-07")])).Message, StringComparison.Ordinal);

    [Fact]
    public void ARevision_WithoutAnOption_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new Revision(Given.Day("2017-06-27"), Given.Day("2017-06-27"), new RevisionSource("The page", null, RevisionDating.Statement), []));

    [Fact]
    public void ARevision_WhoseOptionsShareACode_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Given.Revision("2017-06-27", Given.Option(null, null, Given.Threshold()), Given.Option(null, null, Given.Threshold())));

    [Theory]
    [InlineData("2017-06-26", "2017-06-27")]
    [InlineData("2017-06-27", "2017-07-07")]
    [InlineData("2017-07-06", "2017-07-07")]
    [InlineData("2017-07-07", null)]
    public void NextAfter_IsTheFirstRevisionOfALaterDay(string day, string? next)
    {
        var history = new RevisionHistory([Given.Revision("2017-07-07"), Given.Revision("2017-06-27")]);
        Assert.Equal(next is null ? null : Given.Day(next), history.NextAfter(Given.Day(day))?.EffectiveFrom);
    }

    [Theory]
    [InlineData("2017-06-27", Market.Developing, "2017-07-07")]
    [InlineData("2017-07-06", Market.Developing, "2017-07-07")]
    [InlineData("2017-07-07", Market.Developing, null)]
    [InlineData("2017-06-01", Market.Developed, "2017-06-27")]
    public void NextStating_IsTheFirstLaterRevisionWithEveryAmountForTheMarket(string day, Market market, string? next)
    {
        var amounts = new MarketAmounts(100_000, 50_000);
        var history = new RevisionHistory(
        [
            Given.Revision("2017-06-27", Given.Option(null, null, Given.Threshold() with { Gold = new MarketAmounts(300_000, 150_000) })),
            Given.Revision("2017-07-07", Given.Option(null, null, Given.Threshold() with { Silver = amounts, Gold = amounts })),
        ]);
        Assert.Equal(next is null ? null : Given.Day(next), history.NextStating("option", market, Given.Day(day))?.EffectiveFrom);
        Assert.Null(history.NextStating("another", market, Given.Day(day)));
    }
}
