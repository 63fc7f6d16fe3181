using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public sealed class WaterfallTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");

    [Fact]
    public void Steps_GoFromWhatIsEnteredToWhatCounts()
    {
        var finding = Find(
            Given.Threshold(),
            Given.Line("2017-06-01", 1_000),
            Given.Line("2017-06-02", 30, product: Given.OtherProduct),
            Given.Line("2017-06-03", -5, netNew: false),
            Given.Line("2016-12-01", 600),
            Given.Line("2017-06-05", 7, customer: Given.Customer()));
        Assert.Equal(1_632, finding.Sums.Entered);
        Assert.Equal(
            [
                new WaterfallStep(LineOutcome.Product, 30, 1_602),
                new WaterfallStep(LineOutcome.NetNew, -5, 1_607),
                new WaterfallStep(LineOutcome.Window, 600, 1_007),
                new WaterfallStep(LineOutcome.Association, 7, 1_000),
            ],
            finding.Waterfall());
        Assert.Equal(finding.Sums.Counted, finding.Waterfall().Last().Remaining);
    }

    [Fact]
    public void Steps_AreOnlyThoseThatTheThresholdAsks()
    {
        var open = new RevenueThreshold(
            "total", [Given.Crm], netNewOnly: false, Given.Reading(RevenueWindow.AllTime), association: null, new MarketAmounts(1, 1), null);
        var finding = Find(open, Given.Line("2017-06-03", 5, netNew: false, customer: Given.Customer()));
        Assert.Equal([new(LineOutcome.Product, 0, 5), new(LineOutcome.Window, 0, 5)], finding.Waterfall());
    }

    [Theory]
    [InlineData("2017-01-01..2017-11-30 2016-01-01..2016-12-31 2017-12-02..", "2017-11-30")]
    [InlineData("2018-03-01.. 2017-12-02..2017-12-31", "2017-12-31")]
    [InlineData("..2017-11-30 2017-12-01..2017-12-01", "2017-12-01")]
    public void TheNearestAssociation_ExistsOnTheDay_ElseEndedLastBeforeIt_ElseBeginsFirstAfterIt(string periods, string lastDay)
    {
        var associations = periods.Split(' ').Select(period => period.Split("..")).Select(ends => Given.Dpor(OrNull(ends[0]), OrNull(ends[1])));
        var line = Given.Line("2017-06-05", 7, customer: Given.Customer([.. associations]));
        var (day, nearest) = Find(Given.Threshold(), line).AssociationOf(line);
        Assert.Equal(Today, day);
        Assert.Equal(Given.Day(lastDay), nearest?.Period.LastDay);
    }

    [Fact]
    public void TheNearestAssociation_IsNone_WhereOnlyOtherTypesExist()
    {
        var other = new Association(AssociationType.TransactingPartner, default);
        var line = Given.Line("2017-06-05", 7, customer: Given.Customer(other));
        Assert.Null(Find(Given.Threshold(), line).AssociationOf(line).Nearest);
    }

    private static string? OrNull(string text) => text is "" ? null : text;

    private static RevenueFinding Find(RevenueThreshold threshold, params RevenueLine[] lines)
    {
        var option = Given.Option(null, threshold.Gold is null ? Given.Staffing(Given.Path(Given.Team((1, Given.Holds("A"))))) : null, threshold);
        return Assessor.Assess(Given.Evidence(Market.Developed, lines), Given.Revision("2017-01-01", option), Today)[0].Silver.Revenue.Single();
    }
}
