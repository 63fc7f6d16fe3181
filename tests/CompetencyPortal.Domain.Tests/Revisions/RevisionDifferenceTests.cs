using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Revisions;

public sealed class RevisionDifferenceTests
{
    private static readonly StaffingRequirement One = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715")))));
    private static readonly StaffingRequirement Two = Given.Staffing(Given.Path(Given.Team((2, Given.Holds("MB2-715")))));

    [Fact]
    public void Between_WhenOnlyDatesAndSourcesDiffer_IsEmpty()
    {
        var later = Given.Reading(RevenueWindow.TrailingTwelveMonths, RevenueWindow.AllTime);
        var read = new Reading<RevenueWindow>(later.Default, later.Alternatives, Given.Day("2018-01-01"), "Another page");

        var difference = Between(Given.Option(One, One, Given.Threshold()), Given.Option(One, One, Given.Threshold(window: read)));

        Assert.True(difference.IsEmpty);
        Assert.All(difference.Amounts, amount => Assert.False(amount.IsChanged));
    }

    [Fact]
    public void Between_WhenAnAmountDiffersByACent_NamesIt()
    {
        var difference = Between(Given.Option(One, One, Given.Threshold(100_000m)), Given.Option(One, One, Given.Threshold(100_000.01m)));

        var changed = Assert.Single(difference.Amounts, amount => amount.IsChanged);
        Assert.Equal((Tier.Silver, Market.Developed, 100_000m, 100_000.01m), (changed.Tier, changed.Market, changed.Before, changed.After));
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void Between_WhenAnAmountIsNoLongerStated_IsAChange()
    {
        var difference = Between(Given.Option(One, One, Given.Threshold(developing: 50_000)), Given.Option(One, One, Given.Threshold()));

        Assert.Null(Assert.Single(difference.Amounts, amount => amount.IsChanged).After);
    }

    [Fact]
    public void Between_WhenOtherRevenueCounts_NamesTheThreshold()
    {
        var difference = Between(Given.Option(One, One, Given.Threshold()), Given.Option(One, One, Given.Threshold(netNewOnly: false)));

        Assert.Equal((true, false), (difference.Thresholds[0].Before!.NetNewOnly, difference.Thresholds[0].After!.NetNewOnly));
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void Between_WhenOtherPeopleAreAskedFor_NamesTheTier()
    {
        var difference = Between(Given.Option(One, One), Given.Option(One, Two));

        var changed = Assert.Single(difference.Staffing);
        Assert.Equal((Tier.Gold, One, Two), (changed.Tier, changed.Before, changed.After));
    }

    [Fact]
    public void Between_WhenAThresholdIsNew_HasNoAmountBefore()
    {
        var difference = Between(Given.Option(One, One), Given.Option(One, One, Given.Threshold()));

        Assert.Null(Assert.Single(difference.Thresholds).Before);
        Assert.All(difference.Amounts, amount => Assert.Null(amount.Before));
        Assert.Equal(4, difference.Amounts.Length);
    }

    private static RevisionDifference Between(CompetencyOption before, CompetencyOption after) =>
        RevisionDifference.Between(Given.Revision("2017-07-07", before), Given.Revision("2018-07-07", after));
}
