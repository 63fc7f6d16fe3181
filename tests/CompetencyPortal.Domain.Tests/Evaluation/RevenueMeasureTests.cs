using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public sealed class RevenueMeasureTests
{
    [Theory]
    [InlineData("2017-12-01", "2016-12-02")]
    [InlineData("2017-01-01", "2016-01-02")]
    [InlineData("2016-12-31", "2016-01-01")]
    // Around a 29 February that ends the window: minus one year it is 28 February.
    [InlineData("2016-02-28", "2015-03-01")]
    [InlineData("2016-02-29", "2015-03-01")]
    [InlineData("2016-03-01", "2015-03-02")]
    // Around a 29 February that begins it.
    [InlineData("2017-02-27", "2016-02-28")]
    [InlineData("2017-02-28", "2016-02-29")]
    [InlineData("2017-03-01", "2016-03-02")]
    // No leap year near.
    [InlineData("2018-02-28", "2017-03-01")]
    [InlineData("2018-03-01", "2017-03-02")]
    // The ends of the calendar.
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-12-31", "0001-01-01")]
    [InlineData("0002-01-01", "0001-01-02")]
    [InlineData("9999-12-31", "9999-01-01")]
    public void Classify_OnTheFirstAndLastDayOfTheTrailingTwelveMonths_CountsBothAndNotTheirNeighbours(string asOf, string firstDay)
    {
        var measure = RevenueMeasure.Of(Given.Threshold(), Given.Day(asOf));
        Assert.Equal(Given.Day(firstDay), RevenueMeasure.FirstDayOf(RevenueWindow.TrailingTwelveMonths, Given.Day(asOf)));
        Assert.Equal(LineOutcome.Counted, measure.Classify(Given.Line(firstDay, 1)));
        Assert.Equal(LineOutcome.Counted, measure.Classify(Given.Line(asOf, 1)));
        if (Given.Day(firstDay) > DateOnly.MinValue)
        {
            Assert.Equal(LineOutcome.Window, measure.Classify(Given.Line("0001-01-01", 1) with { Date = Given.Day(firstDay).AddDays(-1) }));
        }

        if (Given.Day(asOf) < DateOnly.MaxValue)
        {
            Assert.Equal(LineOutcome.Window, measure.Classify(Given.Line("0001-01-01", 1) with { Date = Given.Day(asOf).AddDays(1) }));
        }
    }

    [Theory]
    [InlineData("0001-01-01", LineOutcome.Counted)]
    [InlineData("2017-12-01", LineOutcome.Counted)]
    [InlineData("2017-12-02", LineOutcome.Window)]
    public void Classify_WhenTheWindowIsAllTime_NeverCountsADayAfterTheAsOfDate(string date, LineOutcome outcome) =>
        Assert.Equal(outcome, RevenueMeasure.Of(Given.Threshold(), Given.Day("2017-12-01"), RevenueWindow.AllTime).Classify(Given.Line(date, 1)));

    [Fact]
    public void Classify_WhenEveryReasonApplies_TakesProductThenNetNewThenWindowThenAssociation()
    {
        var measure = RevenueMeasure.Of(Given.Threshold(), Given.Day("2017-12-01"));
        var line = Given.Line("2015-01-01", 1, netNew: false, product: Given.OtherProduct, customer: Given.Customer());
        Assert.Equal(LineOutcome.Product, measure.Classify(line));
        line = line with { Product = Given.Crm };
        Assert.Equal(LineOutcome.NetNew, measure.Classify(line));
        line = line with { NetNew = true };
        Assert.Equal(LineOutcome.Window, measure.Classify(line));
        line = line with { Date = Given.Day("2017-12-01") };
        Assert.Equal(LineOutcome.Association, measure.Classify(line));
        line = line with { Customer = Given.Customer(Given.Dpor()) };
        Assert.Equal(LineOutcome.Counted, measure.Classify(line));
    }

    [Fact]
    public void Classify_WhenNewOrExistingCounts_CountsExisting() =>
        Assert.Equal(LineOutcome.Counted, RevenueMeasure.Of(Given.Threshold(netNewOnly: false), Given.Day("2017-12-01")).Classify(Given.Line("2017-12-01", 1, netNew: false)));

    [Theory]
    [InlineData("2017-06-30", LineOutcome.Association)]
    [InlineData("2017-07-01", LineOutcome.Counted)]
    [InlineData("2017-12-31", LineOutcome.Counted)]
    [InlineData("2018-01-01", LineOutcome.Association)]
    public void Classify_ByDefault_AsksForTheAssociationOnTheAsOfDate(string asOf, LineOutcome outcome) =>
        Assert.Equal(outcome, RevenueMeasure.Of(Given.Threshold(), Given.Day(asOf)).Classify(
            Given.Line("2017-06-01", 1, customer: Given.Customer(Given.Dpor("2017-07-01", "2017-12-31")))));

    [Theory]
    [InlineData("2017-06-30", LineOutcome.Association)]
    [InlineData("2017-07-01", LineOutcome.Counted)]
    [InlineData("2017-09-30", LineOutcome.Counted)]
    [InlineData("2017-10-01", LineOutcome.Association)]
    public void Classify_ByTheOtherReading_AsksForTheAssociationOnTheLinesOwnDate(string date, LineOutcome outcome) =>
        Assert.Equal(outcome, RevenueMeasure.Of(Given.Threshold(), Given.Day("2017-12-01"), AssociationMoment.AtTransaction).Classify(
            Given.Line(date, 1, customer: Given.Customer(Given.Dpor("2017-07-01", "2017-09-30")))));

    [Fact]
    public void Classify_WhenTheThresholdAsksForNoAssociation_CountsAnyCustomer()
    {
        var threshold = new RevenueThreshold("total", [Given.Crm], false, Given.Reading(RevenueWindow.AllTime), null, new MarketAmounts(1, 1), null);
        Assert.Equal(LineOutcome.Counted, RevenueMeasure.Of(threshold, Given.Day("2017-12-01")).Classify(Given.Line("2017-01-01", 1, customer: Given.Customer())));
    }

    [Fact]
    public void Classify_WhenTheCustomerHasAnotherAssociationOnly_DoesNotCount() =>
        Assert.Equal(LineOutcome.Association, RevenueMeasure.Of(Given.Threshold(), Given.Day("2017-12-01")).Classify(
            Given.Line("2017-06-01", 1, customer: Given.Customer(new Association(AssociationType.DelegatedAdministrator, default)))));
}
