using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Evaluation;

public sealed class AssessorTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");
    private static readonly Customer Northwind = Given.Customer(Given.Dpor());

    [Fact]
    public void Assess_BeforeTheFirstRevision_AnswersNotYetInForce()
    {
        var standing = Assert.Single(Assessor.Assess(Given.Evidence(), Book(Given.Revision("2017-06-27")), Given.Day("2017-06-26")));
        Assert.Null(standing.Revision);
        Assert.Empty(standing.Options);
    }

    [Theory]
    [InlineData("2017-07-06", "2017-06-27")]
    [InlineData("2017-07-07", "2017-07-07")]
    public void Assess_AroundARevision_JudgesByTheOneInForce(string asOf, string revision) =>
        Assert.Equal(
            Given.Day(revision),
            Assert.Single(Assessor.Assess(Given.Evidence(), Book(Given.Revision("2017-06-27"), Given.Revision("2017-07-07")), Given.Day(asOf))).Revision?.EffectiveFrom);

    [Theory]
    [InlineData(99_999, null)]
    [InlineData(100_000, Tier.Silver)]
    [InlineData(299_999, Tier.Silver)]
    [InlineData(300_000, Tier.Gold)]
    public void Attained_IsTheHighestTierMet(int revenue, Tier? attained) =>
        Assert.Equal(attained, Only(Given.Evidence(Market.Developed, Sale(revenue)), Given.Option(null, null, Given.Threshold())).Attained);

    [Fact]
    public void Attained_WhenGoldIsMetAndSilverIsNot_IsGold()
    {
        var option = Given.Option(null, null, Given.Threshold(developed: 400_000, goldDeveloped: 300_000));
        Assert.Equal(Tier.Gold, Only(Given.Evidence(Market.Developed, Sale(300_000)), option).Attained);
    }

    [Fact]
    public void Attained_WhenTheTierIsUndetermined_IsNone() =>
        Assert.Null(Only(Given.Evidence(null, Sale(300_000)), Given.Option(null, null, Given.Threshold())).Attained);

    [Theory]
    [InlineData(true, "Ana", Standing.Met)]
    [InlineData(true, "", Standing.NotMet)]
    [InlineData(false, "Ana", Standing.Undetermined)]
    [InlineData(false, "", Standing.NotMet)]
    public void ATier_IsUndetermined_UnlessAnotherFindingAlreadyFails(bool classified, string person, Standing standing)
    {
        var staffing = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715")))));
        var evidence = new PartnerEvidence("Fabrikam", classified ? Market.Developed : null, [Sale(300_000)], person == "" ? [] : [Given.Person(person, "MB2-715")]);
        Assert.Equal(standing, Only(evidence, Given.Option(staffing, staffing, Given.Threshold())).Silver.Standing);
    }

    [Fact]
    public void Findings_ListThresholdsInDocumentOrderThenStaffing()
    {
        var total = new RevenueThreshold("total", [Given.Crm], false, Given.Reading(RevenueWindow.AllTime), null, new MarketAmounts(1, 1), new MarketAmounts(1, 1));
        var staffing = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715")))));
        var findings = Only(Given.Evidence(), Given.Option(staffing, staffing, total, Given.Threshold())).Gold.Findings;
        Assert.Equal(["total", "net-new"], findings.OfType<RevenueFinding>().Select(finding => finding.Threshold.Id));
        Assert.IsType<StaffingFinding>(findings[^1]);
    }

    [Fact]
    public void AThresholdOfOneTier_IsNoFindingOfTheOther()
    {
        var goldOnly = new RevenueThreshold("gold", [Given.Crm], false, Given.Reading(RevenueWindow.AllTime), null, null, new MarketAmounts(1, 1));
        var standing = Only(Given.Evidence(), Given.Option(Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715"))))), null, goldOnly));
        Assert.Empty(standing.Silver.Revenue);
        Assert.NotNull(standing.Silver.Staffing);
        Assert.Single(standing.Gold.Revenue);
        Assert.Null(standing.Gold.Staffing);
    }

    [Theory]
    [InlineData("2017-11-30", 0)]
    [InlineData("2017-12-01", 1)]
    [InlineData("2017-12-31", 1)]
    [InlineData("2018-01-01", 0)]
    public void APerson_CountsOnTheFirstAndTheLastDayOfEmployment(string asOf, int filled) =>
        Assert.Equal(filled, Filled(Given.Person("Ana", Given.Period("2017-12-01", "2017-12-31"), "MB2-715"), asOf));

    [Theory]
    [InlineData("2017-11-30", 0)]
    [InlineData("2017-12-01", 1)]
    public void APass_CountsFromItsDay(string asOf, int filled) =>
        Assert.Equal(filled, Filled(new Person("p1", "Ana", default, [Given.Pass("MB2-715", "2017-12-01")]), asOf));

    [Theory]
    [InlineData("2018-12-31", 1)]
    [InlineData("2019-01-01", 0)]
    public void ACredential_CountsOnTheDayItCountsUntil(string asOf, int filled)
    {
        var retired = new Credential(Given.Code("MB2-715"), "Retired", LastSat: Given.Day("2017-12-31"), CountsUntil: Given.Day("2018-12-31"));
        Assert.Equal(filled, Filled(new Person("p1", "Ana", default, [new CredentialPass(retired, Given.Day("2017-12-31"))]), asOf));
    }

    private static RevenueLine Sale(decimal amount) => Given.Line("2017-06-01", amount, customer: Northwind);

    private static int Filled(Person person, string asOf)
    {
        var staffing = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715")))));
        return StaffingSolver.Solve(staffing, Given.Evidence(person), Given.Day(asOf)).Filled;
    }

    private static OptionStanding Only(PartnerEvidence evidence, CompetencyOption option) =>
        Assert.Single(Assessor.Assess(evidence, Given.Revision("2017-01-01", option), Today));

    private static Rulebook Book(params Revision[] revisions) =>
        new([new Competency("competency", "Competency", new RevisionHistory(revisions))], new CredentialCatalog([]), new ProductCatalog([]));

    [Fact]
    public void ACompetency_IsAttainedAsFarAsItsBestOption()
    {
        var nobody = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("B")))));
        var somebody = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("A")))));
        var revision = Given.Revision(
            "2017-01-01",
            new CompetencyOption("none", "None", [], nobody, nobody),
            new CompetencyOption("silver", "Silver", [], somebody, nobody));
        var competency = new Competency("c", "C", new RevisionHistory([revision]));
        var day = Given.Day("2017-12-01");
        var standing = new CompetencyStanding(competency, revision, Assessor.Assess(Given.Evidence(Given.Person("Ana", "A")), revision, day));
        Assert.Equal(Tier.Silver, standing.Attained);
        Assert.Null(new CompetencyStanding(competency, revision, Assessor.Assess(Given.Evidence(), revision, day)).Attained);
        Assert.Null(new CompetencyStanding(competency, null, []).Attained);
    }
}
