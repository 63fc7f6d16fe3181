using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public sealed class RevenueFindingTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");

    [Theory]
    [InlineData("99999.99", Standing.NotMet, "0.01")]
    [InlineData("100000.00", Standing.Met, "0")]
    [InlineData("100000.01", Standing.Met, "0")]
    public void AtTheThreshold_ACentDecides(string amount, Standing standing, string shortfall)
    {
        var finding = Silver(Market.Developed, Given.Line("2017-06-01", Number(amount)));
        Assert.Equal(standing, finding.Standing);
        Assert.Equal(Number(shortfall), finding.Shortfall);
    }

    [Fact]
    public void Sums_GatherEveryLineUnderItsOutcome()
    {
        var finding = Silver(
            Market.Developed,
            Given.Line("2017-06-01", 1_000.01m),
            Given.Line("2017-06-02", 2_000.02m),
            Given.Line("2017-06-03", 30, product: Given.OtherProduct),
            Given.Line("2017-06-03", -4, product: Given.OtherProduct),
            Given.Line("2017-06-04", 500, netNew: false),
            Given.Line("2016-12-01", 6_000),
            Given.Line("2017-12-02", 600),
            Given.Line("2017-06-05", 7, customer: Given.Customer()));
        Assert.Equal(3_000.03m, finding.Sums.Counted);
        Assert.Equal(26, finding.Sums.Product);
        Assert.Equal(500, finding.Sums.NetNew);
        Assert.Equal(6_600, finding.Sums.Window);
        Assert.Equal(7, finding.Sums.Association);
        Assert.Equal(96_999.97m, finding.Shortfall);
        foreach (var outcome in Enum.GetValues<LineOutcome>())
        {
            Assert.Equal(finding.Sums.Of(outcome), finding.Lines().Where(line => line.Outcome == outcome).Sum(line => line.Line.Amount));
        }

        Assert.Equal(Enumerable.Range(0, 8), finding.Lines().Select(line => line.Index));
    }

    [Fact]
    public void WhenCreditsOutweigh_CountedIsNegative_AndTheShortfallExceedsWhatIsRequired()
    {
        var finding = Silver(Market.Developed, Given.Line("2017-06-01", 1_000), Given.Line("2017-07-01", -1_500.50m));
        Assert.Equal(-500.50m, finding.Sums.Counted);
        Assert.Equal(100_500.50m, finding.Shortfall);
        Assert.Equal(Standing.NotMet, finding.Standing);
    }

    [Fact]
    public void WhenNoAmountIsStatedForTheMarket_IsUndetermined_AndTheSumsStand()
    {
        var finding = Silver(Market.Developing, Given.Line("2017-06-01", 1_000_000));
        Assert.Equal(Standing.Undetermined, finding.Standing);
        Assert.Null(finding.Required);
        Assert.Null(finding.Shortfall);
        Assert.False(finding.IsMarketUnknown);
        Assert.Equal(1_000_000, finding.Sums.Counted);
    }

    [Fact]
    public void WhenTheMarketIsNotClassified_IsUndetermined_AndSaysWhy()
    {
        var finding = Silver(null, Given.Line("2017-06-01", 1_000_000));
        Assert.Equal(Standing.Undetermined, finding.Standing);
        Assert.Null(finding.Required);
        Assert.Null(finding.Shortfall);
        Assert.True(finding.IsMarketUnknown);
    }

    [Fact]
    public void AThresholdOfZero_IsMetByNoRevenueAtAll_ButNotByACredit()
    {
        var threshold = Given.Threshold(developed: 0);
        Assert.Equal(Standing.Met, Silver(threshold, Market.Developed).Standing);
        Assert.Equal(Standing.NotMet, Silver(threshold, Market.Developed, Given.Line("2017-06-01", -0.01m)).Standing);
    }

    [Fact]
    public void OtherReadings_WhenTheAssociationEndedSince_NamesTheOneThatWouldMeet() =>
        Assert.Equal(
            [new OtherReading(ReadingChoice.AssociationAtTransaction, Standing.Met)],
            Silver(Market.Developed, Given.Line("2017-06-01", 100_000, customer: Given.Customer(Given.Dpor("2017-01-01", "2017-11-30")))).OtherReadings);

    [Fact]
    public void OtherReadings_WhenTheAssociationBeganSince_NamesTheOneThatWouldFail() =>
        Assert.Equal(
            [new OtherReading(ReadingChoice.AssociationAtTransaction, Standing.NotMet)],
            Silver(Market.Developed, Given.Line("2017-06-01", 100_000, customer: Given.Customer(Given.Dpor("2017-12-01")))).OtherReadings);

    [Fact]
    public void OtherReadings_WhenOlderRevenueWouldDo_NamesTheWindow() =>
        Assert.Equal(
            [new OtherReading(ReadingChoice.WindowAllTime, Standing.Met)],
            Silver(Market.Developed, Given.Line("2015-06-01", 100_000)).OtherReadings);

    [Fact]
    public void OtherReadings_AreTriedOneAtATime()
    {
        // Only both together would count this line: an old sale to a customer that is no longer associated.
        var line = Given.Line("2015-06-01", 100_000, customer: Given.Customer(Given.Dpor(null, "2016-01-01")));
        Assert.Empty(Silver(Market.Developed, line).OtherReadings);
    }

    [Fact]
    public void OtherReadings_WhenTheAnswerStays_AreNotNamed()
    {
        Assert.Empty(Silver(Market.Developed, Given.Line("2015-06-01", 99_999.99m)).OtherReadings);
        Assert.Empty(Silver(Market.Developed, Given.Line("2017-06-01", 100_000), Given.Line("2015-06-01", 100_000)).OtherReadings);
    }

    [Fact]
    public void OtherReadings_WhenBothChangeTheAnswer_NameTheAssociationFirst() =>
        Assert.Equal(
            [ReadingChoice.AssociationAtTransaction, ReadingChoice.WindowAllTime],
            Silver(
                Market.Developed,
                Given.Line("2017-06-01", 100_000, customer: Given.Customer(Given.Dpor("2017-01-01", "2017-11-30"))),
                Given.Line("2015-06-01", 100_000)).OtherReadings.Select(other => other.Reading));

    [Fact]
    public void OtherReadings_WhenUndetermined_ThereAreNone() =>
        Assert.Empty(Silver(null, Given.Line("2015-06-01", 100_000)).OtherReadings);

    [Fact]
    public void OtherReadings_WhenTheTextLeavesNothingOpen_ThereAreNone() =>
        Assert.Empty(Silver(Given.Threshold(window: Given.Reading(RevenueWindow.TrailingTwelveMonths)), Market.Developed, Given.Line("2015-06-01", 100_000)).OtherReadings);

    [Fact]
    public void OtherReadings_WhenTheDefaultsAreTheOtherWayRound_NameTheUsualOnes()
    {
        var threshold = Given.Threshold(
            window: Given.Reading(RevenueWindow.AllTime, RevenueWindow.TrailingTwelveMonths),
            association: new AssociationRule([AssociationType.DigitalPartnerOfRecord], Given.Reading(AssociationMoment.AtTransaction, AssociationMoment.AsOf)));
        var finding = Silver(threshold, Market.Developed, Given.Line("2015-06-01", 100_000, customer: Given.Customer(Given.Dpor(null, "2016-01-01"))));
        Assert.Equal(Standing.Met, finding.Standing);
        Assert.Equal([ReadingChoice.AssociationAsOf, ReadingChoice.WindowTrailingTwelveMonths], finding.OtherReadings.Select(other => other.Reading));
    }

    [Fact]
    public void Lines_ByAnotherReading_AreThoseThatItMakesCount()
    {
        var (recent, old) = (Given.Line("2017-06-01", 60_000), Given.Line("2015-06-01", 40_000));
        var finding = Silver(Market.Developed, recent, old);
        Assert.Equal([LineOutcome.Counted, LineOutcome.Window], finding.Lines().Select(line => line.Outcome));
        Assert.Equal([LineOutcome.Counted, LineOutcome.Counted], finding.Lines(ReadingChoice.WindowAllTime).Select(line => line.Outcome));
        Assert.Equal(finding.Lines(), finding.Lines(ReadingChoice.WindowTrailingTwelveMonths));
        Assert.Equal((Standing.NotMet, Standing.Met), (finding.StandingBy(ReadingChoice.WindowTrailingTwelveMonths), finding.StandingBy(ReadingChoice.WindowAllTime)));
    }

    [Fact]
    public void Lines_ByAReadingThatTheTextDoesNotAllow_AreRefused()
    {
        var finding = Silver(Given.Threshold(window: Given.Reading(RevenueWindow.TrailingTwelveMonths)), Market.Developed, Given.Line("2015-06-01", 100_000));
        Assert.False(finding.Knows(ReadingChoice.WindowAllTime));
        Assert.Throws<ArgumentException>(() => finding.Lines(ReadingChoice.WindowAllTime));
    }

    private static RevenueFinding Silver(Market? market, params RevenueLine[] lines) => Silver(Given.Threshold(), market, lines);

    private static RevenueFinding Silver(RevenueThreshold threshold, Market? market, params RevenueLine[] lines) =>
        Assert.Single(Assessor.Assess(Given.Evidence(market, lines), Given.Revision("2017-01-01", Given.Option(null, null, threshold)), Today)[0].Silver.Revenue);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
