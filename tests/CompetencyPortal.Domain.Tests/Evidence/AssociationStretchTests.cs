using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Evidence;

public sealed class AssociationStretchTests
{
    private static readonly DateOnly First = Given.Day("2017-01-01");

    [Fact]
    public void Of_NoPeriod_IsNoStretch() => Assert.Empty(AssociationStretch.Of([]));

    [Fact]
    public void Of_PeriodsThatMeet_IsOneStretchWithoutAGap() =>
        Assert.Equal(
            [new AssociationStretch(Given.Period("2017-01-01", null), 1)],
            AssociationStretch.Of([Given.Period("2017-01-01", "2017-06-30"), Given.Period("2017-07-01", null)]));

    [Fact]
    public void Of_PeriodsThatLeaveADayOut_TellsTheGap() =>
        Assert.Equal(
            [
                new AssociationStretch(Given.Period(null, "2017-06-29"), 1),
                new AssociationStretch(Given.Period("2017-06-30", "2017-06-30"), 0),
                new AssociationStretch(Given.Period("2017-07-01", "2017-12-31"), 1),
            ],
            AssociationStretch.Of([Given.Period("2017-07-01", "2017-12-31"), Given.Period(null, "2017-06-29")]));

    [Fact]
    public void Of_PeriodsThatShareDays_TellsTheOverlap() =>
        Assert.Equal(
            [
                new AssociationStretch(Given.Period("2017-01-01", "2017-01-31"), 1),
                new AssociationStretch(Given.Period("2017-02-01", "2017-03-01"), 2),
                new AssociationStretch(Given.Period("2017-03-02", null), 1),
            ],
            AssociationStretch.Of([Given.Period("2017-02-01", null), Given.Period("2017-01-01", "2017-03-01")]));

    [Fact]
    public void Of_AnyPeriods_CountsThemOnEveryDay_AndNeighboursDiffer() => Dice.Play(2_000, dice =>
    {
        var periods = dice.Some(1, 5, _ =>
        {
            var first = dice.Between(2, 30);
            return EffectivePeriod.Between(dice.Chance(15) ? null : First.AddDays(first), dice.Chance(15) ? null : First.AddDays(first + dice.Between(0, 12)));
        });

        var stretches = AssociationStretch.Of(periods);

        for (var day = First; day < First.AddDays(50); day = day.AddDays(1))
        {
            var told = stretches.Where(stretch => stretch.Period.Contains(day)).ToList();
            Assert.True(told.Count <= 1);
            Assert.Equal(periods.Count(period => period.Contains(day)), told is [var one] ? one.Associations : 0);
        }

        Assert.NotEqual(0, stretches[0].Associations);
        Assert.NotEqual(0, stretches[^1].Associations);
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.Associations != pair.Second.Associations && pair.First.Period.Until == pair.Second.Period.From));
    });
}
