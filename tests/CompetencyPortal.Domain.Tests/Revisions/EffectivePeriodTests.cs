using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Revisions;

public sealed class EffectivePeriodTests
{
    private const string First = "0001-01-01";
    private const string Last = "9999-12-31";

    [Theory]
    [InlineData("2017-01-01", "2017-06-30", "2016-12-31", false)]
    [InlineData("2017-01-01", "2017-06-30", "2017-01-01", true)]
    [InlineData("2017-01-01", "2017-06-30", "2017-06-30", true)]
    [InlineData("2017-01-01", "2017-06-30", "2017-07-01", false)]
    [InlineData("2017-01-01", "2017-01-01", "2017-01-01", true)]
    [InlineData("2017-01-01", "2017-01-01", "2017-01-02", false)]
    [InlineData(null, "2017-06-30", First, true)]
    [InlineData(null, "2017-06-30", "2017-07-01", false)]
    [InlineData("2017-01-01", null, "2016-12-31", false)]
    [InlineData("2017-01-01", null, Last, true)]
    [InlineData(null, null, First, true)]
    [InlineData(null, null, Last, true)]
    [InlineData(First, Last, First, true)]
    [InlineData(First, Last, Last, true)]
    [InlineData(First, First, First, true)]
    [InlineData(First, First, "0001-01-02", false)]
    [InlineData(Last, Last, Last, true)]
    [InlineData(Last, Last, "9999-12-30", false)]
    [InlineData("2017-01-01", "9999-12-30", Last, false)]
    public void Between_ContainsItsFirstAndItsLastDay(string? firstDay, string? lastDay, string day, bool contains) =>
        Assert.Equal(contains, Given.Period(firstDay, lastDay).Contains(Given.Day(day)));

    [Fact]
    public void HalfOpen_DoesNotContainTheDayItEnds()
    {
        var period = EffectivePeriod.HalfOpen(Given.Day("2017-07-07"), Given.Day("2017-11-16"));
        Assert.True(period.Contains(Given.Day("2017-11-15")));
        Assert.False(period.Contains(Given.Day("2017-11-16")));
        Assert.Equal(Given.Day("2017-11-15"), period.LastDay);
    }

    [Fact]
    public void APeriod_IsTheSameHoweverItIsStated() =>
        Assert.Equal(Given.Period("2017-07-07", "2017-11-15"), EffectivePeriod.HalfOpen(Given.Day("2017-07-07"), Given.Day("2017-11-16")));

    [Fact]
    public void Between_WhenTheLastDayIsBeforeTheFirst_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Given.Period("2017-01-02", "2017-01-01"));

    [Fact]
    public void HalfOpen_WhenItWouldContainNoDay_IsRefused() =>
        Assert.Throws<ArgumentException>(() => EffectivePeriod.HalfOpen(Given.Day("2017-01-01"), Given.Day("2017-01-01")));

    [Fact]
    public void TheDefault_ContainsEveryDay()
    {
        Assert.True(default(EffectivePeriod).Contains(DateOnly.MinValue));
        Assert.True(default(EffectivePeriod).Contains(DateOnly.MaxValue));
        Assert.Null(default(EffectivePeriod).LastDay);
    }
}
