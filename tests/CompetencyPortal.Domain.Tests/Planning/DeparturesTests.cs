using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Planning;

public sealed class DeparturesTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");
    private static readonly StaffingRequirement Silver = Given.Staffing(Given.Path(Given.Team((1, Given.Holds("X-1")), (1, Given.Holds("X-2")))));
    private static readonly StaffingRequirement Gold = Given.Staffing(Given.Path(Given.Team((2, Given.Holds("X-1")), (1, Given.Holds("X-2")))));

    [Fact]
    public void WhoHoldsTheOnlyCredential_TakesBothTiersAlong()
    {
        var ana = Of(Given.Person("Ana", "X-2"), Given.Person("Ben", "X-1"), Given.Person("Cleo", "X-1"))["Ana"];

        var option = Assert.Single(ana.Losses);
        Assert.Equal((Tier.Gold, (Tier?)null, 2), (option.Option.Attained, option.AttainedAfter, ana.TiersLost));
        Assert.Equal([(0, 1), (0, 1)], option.Tiers.Select(tier => (tier.Missing, tier.MissingAfter)));
    }

    [Fact]
    public void WhoIsNeededForGoldAlone_LeavesSilver()
    {
        var ben = Of(Given.Person("Ana", "X-2"), Given.Person("Ben", "X-1"), Given.Person("Cleo", "X-1"))["Ben"];

        Assert.Equal(Tier.Silver, Assert.Single(ben.Losses).AttainedAfter);
        Assert.Equal(1, ben.PlacesLost);
    }

    [Fact]
    public void WhoCanBeReplacedAlongAChain_CostsNothing()
    {
        // If Ana leaves, Ben takes her place and Dora his.
        var departures = Of(Given.Person("Ana", "X-2"), Given.Person("Ben", "X-1", "X-2"), Given.Person("Cleo", "X-1"), Given.Person("Dora", "X-1"));

        Assert.All(departures.Values, departure => Assert.Empty(departure.Losses));
    }

    [Fact]
    public void WhoeverIsNotEmployed_IsNotAsked() =>
        Assert.DoesNotContain("Ana", Of(Given.Person("Ana", Given.Period(null, "2017-11-30"), "X-1")).Keys);

    [Fact]
    public void ATierThatIsNotMet_LosesPlacesButNoStanding()
    {
        var ana = Of(Given.Person("Ana", "X-1"))["Ana"];

        Assert.Empty(ana.Losses);
        Assert.Equal((0, 2), (ana.TiersLost, ana.PlacesLost));
    }

    private static Dictionary<string, Departure> Of(params Person[] people)
    {
        var revision = Given.Revision("2017-01-01", Given.Option(Silver, Gold));
        var rulebook = new Rulebook([new Competency("competency", "Competency", new RevisionHistory([revision]))], new CredentialCatalog([]), new ProductCatalog([]));
        var evidence = Given.Evidence(people);
        return Departures.Of(evidence, Assessor.Assess(evidence, rulebook, Today), Today).ToDictionary(departure => departure.Person.Name);
    }
}
