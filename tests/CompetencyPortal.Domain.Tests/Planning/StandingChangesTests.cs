using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Planning;

public sealed class StandingChangesTests
{
    private static readonly RevenueLine Old = Given.Line("2017-06-01", 60_000);
    private static readonly RevenueLine Recent = Given.Line("2018-03-01", 50_000);
    private static readonly Revision Ordinary = Given.Revision("2017-01-01");
    private static readonly Revision Harder = Given.Revision("2018-07-01", Given.Option(null, null, Given.Threshold(developed: 120_000)));

    [Fact]
    public void Between_WhenNothingChanged_HasNoSteps()
    {
        var situation = At("2018-05-31", Given.Evidence(Market.Developed, Old, Recent), Ordinary);
        var option = Assert.Single(StandingChanges.Between(situation, situation));
        Assert.False(option.IsChanged);
        Assert.Equal([Standing.Met, Standing.NotMet], option.Tiers.Select(tier => tier.Now!.Standing));
    }

    [Fact]
    public void Between_WhenALineLeftTheWindow_SaysThatTimeDidIt_AndWhichLine()
    {
        var evidence = Given.Evidence(Market.Developed, Old, Recent);
        var silver = Silver(At("2018-05-31", evidence, Ordinary), At("2018-06-01", evidence, Ordinary));
        Assert.Equal((Standing.Met, Standing.NotMet), (silver.Then!.Standing, silver.Now!.Standing));
        var step = Assert.Single(silver.Steps);
        Assert.Equal(ChangeCause.Time, step.Cause);
        Assert.Equal([(Old, LineOutcome.Counted, LineOutcome.Window)], step.LinesOf("net-new"));
    }

    [Fact]
    public void Between_WhenAnotherRevisionJudges_SaysThatRulesDidIt()
    {
        var evidence = Given.Evidence(Market.Developed, Given.Line("2018-03-01", 110_000));
        var silver = Silver(At("2018-06-30", evidence, Ordinary, Harder), At("2018-07-01", evidence, Ordinary, Harder));
        Assert.Equal([ChangeCause.Rules], silver.Steps.Select(step => step.Cause));
        Assert.Equal((Standing.Met, Standing.NotMet), (silver.Then!.Standing, silver.Now!.Standing));
    }

    [Fact]
    public void Between_WhenARevisionWasPublishedForTheSameDay_SaysThatRulesDidIt()
    {
        var evidence = Given.Evidence(Market.Developed, Given.Line("2018-03-01", 110_000));
        var silver = Silver(At("2018-07-01", evidence, Ordinary), At("2018-07-01", evidence, Ordinary, Harder));
        Assert.Equal([ChangeCause.Rules], silver.Steps.Select(step => step.Cause));
    }

    [Fact]
    public void Between_WhenTheMarketChanged_SaysThatRulesDidIt()
    {
        var silver = Silver(At("2018-05-31", Given.Evidence(null, Old, Recent), Ordinary), At("2018-05-31", Given.Evidence(Market.Developed, Old, Recent), Ordinary));
        Assert.Equal((Standing.Undetermined, Standing.Met), (silver.Then!.Standing, silver.Now!.Standing));
        Assert.Equal([ChangeCause.Rules], silver.Steps.Select(step => step.Cause));
    }

    [Fact]
    public void Between_WhenALineWasEntered_SaysThatFactsDidIt()
    {
        var silver = Silver(At("2018-05-31", Given.Evidence(Market.Developed, Old), Ordinary), At("2018-05-31", Given.Evidence(Market.Developed, Old, Recent), Ordinary));
        Assert.Equal([ChangeCause.Facts], silver.Steps.Select(step => step.Cause));
        Assert.Equal((Standing.NotMet, Standing.Met), (silver.Then!.Standing, silver.Now!.Standing));
    }

    [Fact]
    public void Between_WhenSeveralCausesCameTogether_EachStartsWhereTheOneBeforeEnds()
    {
        var silver = Silver(
            At("2018-05-31", Given.Evidence(Market.Developed, Old, Recent), Ordinary),
            At("2018-07-01", Given.Evidence(Market.Developed, Old, Recent, Given.Line("2018-06-20", 80_000)), Ordinary, Harder));
        Assert.Equal([ChangeCause.Time, ChangeCause.Rules, ChangeCause.Facts], silver.Steps.Select(step => step.Cause));
        Assert.Equal((silver.Then, silver.Now), (silver.Steps[0].Before, silver.Steps[^1].After));
        Assert.Equal(silver.Steps.Skip(1).Select(step => step.Before), silver.Steps.SkipLast(1).Select(step => step.After));
        Assert.Equal([50_000m, 50_000m, 130_000m], silver.Steps.Select(step => step.After!.Revenue.Single().Sums.Counted));
    }

    [Fact]
    public void Between_WhenSomebodyLeft_NamesThem()
    {
        var leaver = Given.Person("Ana", Given.Period(null, "2018-05-31"), "MB2-715");
        var revision = Given.Revision("2017-01-01", Given.Option(Given.Staffing(Given.Path(Given.Team((1, Given.Holds("MB2-715"))))), Given.Staffing(Given.Path(Given.Team((2, Given.Holds("MB2-715")))))));
        var then = Given.Evidence(leaver);
        var step = Assert.Single(Silver(At("2018-05-31", then, revision), At("2018-06-01", Given.Evidence(leaver), revision)).Steps);
        Assert.Equal(["Ana"], step.Lost.Select(person => person.Name));
        Assert.Empty(step.Gained);

        step = Assert.Single(Gold(At("2018-05-01", then, revision), At("2018-05-01", Given.Evidence(leaver, Given.Person("Bo", "MB2-715")), revision)).Steps);
        Assert.Equal(["Bo"], step.Gained.Select(person => person.Name));
    }

    [Fact]
    public void Between_WhenTheOptionIsNewOrGone_HasNoAnswerOnThatSide()
    {
        var evidence = Given.Evidence(Market.Developed, Old);
        var silver = Silver(At("2016-12-31", evidence, Ordinary), At("2017-06-30", evidence, Ordinary));
        Assert.Null(silver.Then);
        Assert.Equal(Standing.NotMet, silver.Now!.Standing);
        Assert.Equal([ChangeCause.Rules], silver.Steps.Select(step => step.Cause));
        Assert.Null(Silver(At("2017-06-30", evidence, Ordinary), At("2016-12-31", evidence, Ordinary)).Now);
    }

    private static Situation At(string day, PartnerEvidence evidence, params Revision[] revisions) => new(
        evidence,
        new Rulebook([new Competency("competency", "Competency", new RevisionHistory(revisions))], new CredentialCatalog([]), new ProductCatalog([])),
        Given.Day(day));

    private static TierChange Silver(Situation then, Situation now) => Assert.Single(StandingChanges.Between(then, now)).Tiers[0];

    private static TierChange Gold(Situation then, Situation now) => Assert.Single(StandingChanges.Between(then, now)).Tiers[1];
}
