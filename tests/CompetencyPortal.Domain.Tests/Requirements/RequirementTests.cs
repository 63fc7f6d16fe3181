using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Tests.Requirements;

/// <summary>What a requirement can never be.</summary>
public sealed class RequirementTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Slot.MostPlaces, true)]
    [InlineData(Slot.MostPlaces + 1, false)]
    public void ASlot_HasOneToMostPlaces(int places, bool allowed)
    {
        var refusal = Record.Exception(() => new Slot(places, Given.Holds("MB2-715")));
        Assert.Equal(allowed, refusal is null);
        Assert.True(allowed || refusal is ArgumentOutOfRangeException);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(Team.MostSlots, true)]
    [InlineData(Team.MostSlots + 1, false)]
    public void ATeam_HasOneToMostSlots(int slots, bool allowed)
    {
        var refusal = Record.Exception(() => Given.Team([.. Enumerable.Repeat((2, Given.Holds("MB2-715")), slots)]));
        Assert.Equal(allowed, refusal is null);
        Assert.True(allowed || refusal is ArgumentException);
    }

    [Fact]
    public void APath_WithoutATeam_IsRefused() => Assert.Throws<ArgumentException>(() => Given.Path());

    [Fact]
    public void AStaffingRequirement_WithoutAPath_IsRefused() => Assert.Throws<ArgumentException>(() => Given.Staffing());

    [Fact]
    public void Places_AreSummedOverSlotsAndTeams()
    {
        var team = Given.Team((2, Given.Holds("MB2-715")), (3, Given.Holds("MB2-716")));
        Assert.Equal(5, team.Places);
        Assert.Equal(10, Given.Path(team, team).Places);
    }

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.001")]
    [InlineData("10000000000000000")]
    public void MarketAmounts_ThatAreNoThreshold_AreRefused(string amount)
    {
        var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketAmounts(value, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketAmounts(null, value));
    }

    [Fact]
    public void AThreshold_WithoutProducts_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new RevenueThreshold("total", [], false, Given.Reading(RevenueWindow.AllTime), null, new MarketAmounts(1, 1), null));

    [Fact]
    public void AThreshold_OfNoTier_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new RevenueThreshold("total", [Given.Crm], false, Given.Reading(RevenueWindow.AllTime), null, null, null));

    [Fact]
    public void AReading_WhoseAlternativeIsItsDefault_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Given.Reading(RevenueWindow.AllTime, RevenueWindow.AllTime));

    [Fact]
    public void AReading_WithAnAlternativeTwice_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Given.Reading(RevenueWindow.AllTime, RevenueWindow.TrailingTwelveMonths, RevenueWindow.TrailingTwelveMonths));

    [Fact]
    public void AnAssociationRule_WithoutTypes_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new AssociationRule([], Given.Reading(AssociationMoment.AsOf)));

    [Theory]
    [InlineData(AssociationType.DigitalPartnerOfRecord, false)]
    [InlineData(AssociationType.DelegatedAdministrator, true)]
    [InlineData(AssociationType.TransactingPartner, true)]
    [InlineData(AssociationType.FastTrackPartner, false)]
    public void IsMetBy_WhenTheRuleNamesSeveralTypes_AnyOneIsEnough(AssociationType type, bool met)
    {
        var rule = new AssociationRule([AssociationType.TransactingPartner, AssociationType.DelegatedAdministrator], Given.Reading(AssociationMoment.AsOf));
        var customer = Given.Customer(new Association(type, Given.Period("2017-01-01", "2017-01-31")));
        Assert.Equal(met, rule.IsMetBy(customer, Given.Day("2017-01-31")));
        Assert.False(rule.IsMetBy(customer, Given.Day("2017-02-01")));
    }

    [Theory]
    [InlineData("2016-12-31", false)]
    [InlineData("2017-01-01", true)]
    [InlineData("2017-03-15", true)]
    [InlineData("2017-06-30", true)]
    [InlineData("2017-07-01", false)]
    [InlineData("2017-12-31", false)]
    [InlineData("2018-01-01", true)]
    public void IsMetBy_WhenAssociationsOverlap_ContainsTheirUnion(string day, bool met)
    {
        var rule = new AssociationRule([AssociationType.DigitalPartnerOfRecord], Given.Reading(AssociationMoment.AsOf));
        var customer = Given.Customer(Given.Dpor("2018-01-01"), Given.Dpor("2017-01-01", "2017-04-30"), Given.Dpor("2017-03-01", "2017-06-30"), Given.Dpor("2017-03-01", "2017-03-01"));
        Assert.Equal(met, rule.IsMetBy(customer, Given.Day(day)));
    }
}
