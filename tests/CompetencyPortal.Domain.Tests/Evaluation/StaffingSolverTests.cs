using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>Sentences of requirement pages, as the general model says them.</summary>
public sealed class StaffingSolverTests
{
    private static readonly DateOnly Today = Given.Day("2017-12-01");
    private const string A = "A-100";
    private const string B = "B-200";
    private const string C = "C-300";

    [Fact]
    public void TheSamePeopleMustAlso_IsOneSlot()
    {
        var both = Given.Staffing(Given.Path(Given.Team((2, Given.All(Given.Holds(A), Given.Holds(B))))));
        Assert.Equal(1, Solve(both, Given.Person("Ana", A, B), Given.Person("Ben", A), Given.Person("Cem", B)).Filled);
        Assert.Equal(2, Solve(both, Given.Person("Ana", A, B), Given.Person("Ben", A, B)).Filled);
    }

    [Fact]
    public void TheOtherPersonMust_IsASecondSlot_AndNobodyFillsBoth()
    {
        var pair = Given.Staffing(Given.Path(Given.Team((1, Given.Holds(A)), (1, Given.Holds(B)))));
        Assert.Equal(1, Solve(pair, Given.Person("Ana", A, B)).Filled);
        var met = Solve(pair, Given.Person("Ana", A, B), Given.Person("Ben", A));
        Assert.Equal(Standing.Met, met.Standing);
        Assert.Equal([["Ben"], ["Ana"]], Names(met));
    }

    [Fact]
    public void TheSameOrDifferentPeople_IsASecondTeam()
    {
        var teams = Given.Staffing(Given.Path(Given.Team((1, Given.Holds(A))), Given.Team((1, Given.Holds(B)))));
        Assert.Equal(Standing.Met, Solve(teams, Given.Person("Ana", A, B)).Standing);
        Assert.Equal(Standing.Met, Solve(teams, Given.Person("Ana", A), Given.Person("Ben", B)).Standing);
        Assert.Equal([(1, 1), (2, 1)], Solve(teams).Assignments.Select(assignment => (assignment.Team, assignment.Slot)));
    }

    [Fact]
    public void TwoOfTheSameFour_IsTwoSlotsOfOneTeam()
    {
        var team = Given.Staffing(Given.Path(Given.Team((2, Given.All(Given.Holds(A), Given.Holds(B))), (2, Given.Holds(A)))));
        Assert.Equal(Standing.Met, Solve(team, Given.Person("Ana", A, B), Given.Person("Ben", A, B), Given.Person("Cem", A), Given.Person("Dee", A)).Standing);
        Assert.Equal(3, Solve(team, Given.Person("Ana", A, B), Given.Person("Cem", A), Given.Person("Dee", A), Given.Person("Eli", A)).Filled);
    }

    [Fact]
    public void EitherGroup_IsASecondPath_AndTheOneWithTheFewestMissingPlacesIsTold()
    {
        var either = Given.Staffing(Given.Path(Given.Team((3, Given.Holds(A)))), Given.Path(Given.Team((2, Given.Holds(B)))));
        Assert.Equal((2, 1, 2), Told(Solve(either, Given.Person("Ana", A), Given.Person("Ben", B))));
        Assert.Equal((1, 3, 3), Told(Solve(either, Given.Person("Ana", A), Given.Person("Ben", A), Given.Person("Cem", A))));
        // A tie of one missing place each: the first in the document.
        Assert.Equal((1, 2, 3), Told(Solve(either, Given.Person("Ana", A), Given.Person("Ben", A), Given.Person("Cem", B))));
        // Fewest missing, not most filled.
        Assert.Equal((2, 0, 2), Told(Solve(either)));
    }

    [Fact]
    public void ThreePeopleForFourPlaces_NamesTheSlotsAndThePeople()
    {
        var team = Given.Staffing(Given.Path(Given.Team((2, Given.Holds(A)), (2, Given.Holds(B)), (1, Given.Holds(C)))));
        var finding = Solve(team, Given.Person("Dee", C), Given.Person("Cem", A), Given.Person("Ben", B), Given.Person("Ana", A, B));
        Assert.Equal((Standing.NotMet, 4), (finding.Standing, finding.Filled));
        var blocking = Assert.Single(finding.Blocking);
        Assert.Equal((1, 4), (blocking.Team, blocking.Places));
        Assert.Equal(Given.Numbers(1, 2), blocking.Slots);
        Assert.Equal(["Ana", "Ben", "Cem"], blocking.People.Select(person => person.Name));
    }

    [Fact]
    public void OnlyTheTeamThatCannotBeFilled_IsNamedAsBlocked()
    {
        var teams = Given.Staffing(Given.Path(Given.Team((1, Given.Holds(A))), Given.Team((1, Given.Holds(B)))));
        Assert.Equal(2, Assert.Single(Solve(teams, Given.Person("Ana", A)).Blocking).Team);
        Assert.Empty(Solve(teams, Given.Person("Ana", A, B)).Blocking);
    }

    [Fact]
    public void AGreedyChoice_WouldFail_TheSolverDoesNot()
    {
        // Taken in order, Ana to Eli would each block the next; only one arrangement fills all five.
        var chain = Given.Staffing(Given.Path(Given.Team(
            (1, Given.Holds("S-001")), (1, Given.Holds("S-002")), (1, Given.Holds("S-003")), (1, Given.Holds("S-004")), (1, Given.Holds("S-005")))));
        var finding = Solve(
            chain,
            Given.Person("Ana", "S-001", "S-002"),
            Given.Person("Ben", "S-002", "S-003"),
            Given.Person("Cem", "S-003", "S-004"),
            Given.Person("Dee", "S-004", "S-005"),
            Given.Person("Eli", "S-001"));
        Assert.Equal([["Eli"], ["Ana"], ["Ben"], ["Cem"], ["Dee"]], Names(finding));
    }

    [Fact]
    public void PeopleOfEqualMerit_AreTakenByNameThenId()
    {
        var one = Given.Staffing(Given.Path(Given.Team((2, Given.Holds(A)))));
        Person Named(string name, string id) => new(id, name, default, [Given.Pass(A)]);
        var finding = Solve(one, Named("Zoë", "1"), Named("Ana", "b"), Named("Ana", "c"), Named("Ana", "a"));
        Assert.Equal(["a", "b"], finding.Assignments[0].People.Select(person => person.Id));
    }

    [Fact]
    public void ATeamOfTheMostSlots_IsSolved()
    {
        // Everyone fits one slot and the next, and the last person only the first: all must move up.
        var slots = Enumerable.Range(0, Team.MostSlots).Select(slot => (1, Given.Holds($"S-{slot:000}"))).ToArray();
        var people = Enumerable.Range(0, Team.MostSlots - 1).Select(i => Given.Person($"{i:000}", $"S-{i:000}", $"S-{i + 1:000}")).Append(Given.Person("Last", "S-000"));
        Assert.Equal(Team.MostSlots, Solve(Given.Staffing(Given.Path(Given.Team(slots))), [.. people]).Filled);
    }

    [Fact]
    public void ManyPeopleForManyPlaces_AreSolved()
    {
        // Half hold A alone and come last; the other half hold A and B and must leave A to them.
        var team = Given.Staffing(Given.Path(Given.Team((500, Given.Holds(A)), (500, Given.Holds(B)))));
        var people = Enumerable.Range(0, 1_000).Select(i => i < 500 ? Given.Person($"{i:0000}", A, B) : Given.Person($"{i:0000}", A));
        Assert.Equal(1_000, Solve(team, [.. people]).Filled);
    }

    [Fact]
    public void NearMisses_NameWhatEachEmployedPersonLacks()
    {
        var team = Given.Staffing(Given.Path(Given.Team((1, Given.All(Given.Holds(A), Given.Any(Given.Holds(B), Given.Holds(C)))), (1, Given.Holds(C)))));
        var finding = Solve(
            team,
            Given.Person("Ana", A),
            Given.Person("Ben", B),
            Given.Person("Cem", A, C),
            Given.Person("Dee"),
            Given.Person("Gone", Given.Period(null, "2017-11-30"), A));
        Assert.Equal(
            [("Ana", 1, Given.Any(Given.Holds(B), Given.Holds(C))), ("Ben", 1, Given.Holds(A))],
            finding.NearMisses().Select(miss => (miss.Person.Name, miss.Slot, miss.Missing)));
    }

    private static StaffingFinding Solve(StaffingRequirement requirement, params Person[] people) =>
        StaffingSolver.Solve(requirement, Given.Evidence(people), Today);

    private static (int Path, int Filled, int Required) Told(StaffingFinding finding) => (finding.PathNumber, finding.Filled, finding.Required);

    private static IEnumerable<IEnumerable<string>> Names(StaffingFinding finding) =>
        finding.Assignments.Select(assignment => assignment.People.Select(person => person.Name));

    [Fact]
    public void LapsedPasses_AreThoseOfEmployedPeople_ThatThePathNames_FromTheDayAfterTheyCountLast()
    {
        var marketing = new Credential(Given.Code("MB2-709"), "Marketing", CountsUntil: Given.Day("2018-12-31"));
        var other = new Credential(Given.Code("MB2-700"), "Other", CountsUntil: Given.Day("2018-12-31"));
        Person With(string name, EffectivePeriod employment) =>
            new(name, name, employment, [new(other, Given.Day("2017-01-01")), new(marketing, Given.Day("2017-01-01"))]);
        var requirement = Given.Staffing(Given.Path(Given.Team((1, Given.Any(Given.Holds("MB2-709"), Given.Holds("MB2-714"))))));
        var evidence = Given.Evidence(With("Bo", Given.Period(null, "2018-12-30")), With("Ana", default));

        Assert.Empty(StaffingSolver.Solve(requirement, evidence, Given.Day("2018-12-31")).LapsedPasses());
        var lapsed = Assert.Single(StaffingSolver.Solve(requirement, evidence, Given.Day("2019-01-01")).LapsedPasses());
        Assert.Equal("Ana", lapsed.Person.Name);
        Assert.Equal(marketing, lapsed.Pass.Credential);
    }

    [Fact]
    public void Missing_IsTheSumOfTheUnfilledPlaces()
    {
        var requirement = Given.Staffing(Given.Path(Given.Team((2, Given.Holds("A")), (3, Given.Holds("B")))));
        var finding = StaffingSolver.Solve(requirement, Given.Evidence(Given.Person("Ana", "A"), Given.Person("Bo", "A"), Given.Person("Cy", "B")), Given.Day("2017-12-01"));
        Assert.Equal([0, 2], finding.Assignments.Select(slot => slot.Unfilled));
        Assert.Equal(2, finding.Missing);
    }
}
