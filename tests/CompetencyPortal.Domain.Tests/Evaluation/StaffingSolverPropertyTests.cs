using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>The solver against brute force, on random small cases of the general model.</summary>
public sealed class StaffingSolverPropertyTests
{
    private const int Games = 4_000;

    [Fact]
    public void Filled_IsTheGreatestNumberThatAnyAssignmentFills_OnThePathWithTheFewestMissing() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = Solve(question);

        var missing = question.Requirement.Paths.Select(path => path.Places - path.Teams.Sum(team => Fillings.Of(team, question.People).Most)).ToArray();
        Assert.Equal(Array.IndexOf(missing, missing.Min()) + 1, finding.PathNumber);
        Assert.Equal(finding.Required - missing.Min(), finding.Filled);
        Assert.Equal(missing.Min() == 0 ? Standing.Met : Standing.NotMet, finding.Standing);
    });

    [Fact]
    public void Assignments_AreValid_AndFillAsManyPlacesAsTheySay() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = Solve(question);

        Assert.Equal(
            finding.Path.Teams.SelectMany((team, t) => team.Slots.Select((slot, s) => (t + 1, s + 1, slot.Places))),
            finding.Assignments.Select(assignment => (assignment.Team, assignment.Slot, assignment.Places)));
        Assert.Equal(finding.Filled, finding.Assignments.Sum(assignment => assignment.People.Length));
        foreach (var assignment in finding.Assignments)
        {
            Assert.InRange(assignment.People.Length, 0, assignment.Places);
            Assert.All(assignment.People, person => Assert.True(StaffingCase.Fits(person, SlotOf(finding, assignment.Team, assignment.Slot))));
            Assert.Equal(assignment.People.Order(Comparer<Person>.Create(Person.ByNameThenId)), assignment.People);
        }

        foreach (var team in finding.Assignments.GroupBy(assignment => assignment.Team))
        {
            var people = team.SelectMany(assignment => assignment.People).ToArray();
            Assert.Equal(people.Length, people.Distinct().Count());
        }
    });

    [Fact]
    public void Blocking_IsTheUnionOfWhatGreatestAssignmentsLeaveUnfilled_AndViolatesHallsCondition() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = Solve(question);

        var expected = finding.Path.Teams
            .Select((team, t) => (Team: t + 1, Slots: Fillings.Of(team, question.People).LeftUnfilled.Select(slot => slot + 1).ToArray()))
            .Where(blocked => blocked.Slots.Length > 0);
        Assert.Equal(expected.Select(blocked => blocked.Team), finding.Blocking.Select(blocked => blocked.Team));
        foreach (var (blocked, blocking) in expected.Zip(finding.Blocking))
        {
            var slots = blocked.Slots.Select(slot => SlotOf(finding, blocking.Team, slot)).ToArray();
            Assert.Equal(blocked.Slots, blocking.Slots);
            Assert.Equal(slots.Sum(slot => slot.Places), blocking.Places);
            Assert.Equal(Given.Evidence(question.People).People.Where(person => slots.Any(slot => StaffingCase.Fits(person, slot))), blocking.People);
            Assert.True(blocking.People.Length < blocking.Places);
        }
    });

    [Fact]
    public void TheAnswer_DoesNotDependOnTheOrderOfInput() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var shuffled = dice.Shuffled(question.People).Select(person => new Person(person.Id, person.Name, person.Employment, [.. dice.Shuffled(person.Passes)]));
        Assert.Equal(Told(Solve(question)), Told(StaffingSolver.Solve(question.Requirement, Given.Evidence([.. shuffled]), StaffingCase.AsOf)));
    });

    [Fact]
    public void NearMisses_AreExactlyThoseWhoHoldSomethingButNotAll_AndGrantingWhatIsMissingIsEnough() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = Solve(question);
        var expected =
            from team in Enumerable.Range(1, finding.Path.Teams.Length)
            from slot in Enumerable.Range(1, finding.Path.Teams[team - 1].Slots.Length)
            from person in question.Evidence.People
            where StaffingCase.Fits(person, new Slot(1, Anything(SlotOf(finding, team, slot)))) && !StaffingCase.Fits(person, SlotOf(finding, team, slot))
            select (person.Id, team, slot);
        Assert.Equal(expected, finding.NearMisses().Select(miss => (miss.Person.Id, miss.Team, miss.Slot)));

        foreach (var miss in finding.NearMisses())
        {
            var granted = Grant(miss.Missing, dice).Select(code => new CredentialPass(new Credential(code, ""), StaffingCase.AsOf)).ToArray();
            Person With(IEnumerable<CredentialPass> passes) => new(miss.Person.Id, miss.Person.Name, miss.Person.Employment, [.. miss.Person.Passes, .. passes]);
            Assert.True(StaffingCase.Fits(With(granted), SlotOf(finding, miss.Team, miss.Slot)));
            Assert.False(miss.Missing.IsSatisfiedBy(miss.Person, StaffingCase.AsOf));
            // Nothing that is asked for is held already.
            Assert.DoesNotContain(miss.Missing.Codes, code => StaffingCase.Fits(miss.Person, new Slot(1, new Criterion.Holds(code))));
        }
    });

    private static StaffingFinding Solve(StaffingCase question) => StaffingSolver.Solve(question.Requirement, question.Evidence, StaffingCase.AsOf);

    private static Slot SlotOf(StaffingFinding finding, int team, int slot) => finding.Path.Teams[team - 1].Slots[slot - 1];

    private static Criterion.AnyOf Anything(Slot slot) => new([.. slot.Criterion.Codes.Select(code => new Criterion.Holds(code))]);

    /// <summary>One way, chosen at random, to satisfy a criterion.</summary>
    private static IEnumerable<CredentialCode> Grant(Criterion missing, Dice dice) => missing switch
    {
        Criterion.Holds holds => [holds.Code],
        Criterion.AllOf all => all.Parts.SelectMany(part => Grant(part, dice)),
        Criterion.AnyOf any => Grant(dice.Pick(any.Parts), dice),
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };

    private static string Told(StaffingFinding finding) => string.Join('\n', [
        $"{finding.Standing} {finding.PathNumber} {finding.Filled}",
        .. finding.Assignments.Select(slot => $"{slot.Team}.{slot.Slot} {string.Join(',', slot.People.Select(person => person.Id))}"),
        .. finding.Blocking.Select(team => $"{team.Team} {string.Join(',', team.Slots)} {team.Places} {string.Join(',', team.People.Select(person => person.Id))}"),
        .. finding.NearMisses().Select(miss => $"{miss.Person.Id} {miss.Team}.{miss.Slot} {string.Join(',', miss.Missing.Codes)}")]);

    /// <summary>Every way in which the places of a team can be filled, told by how many of each slot's places are: nothing is chosen, all is tried.</summary>
    private sealed class Fillings
    {
        private readonly Team _team;
        private readonly List<int[]> _all;

        private Fillings(Team team, List<int[]> all)
        {
            _team = team;
            _all = all;
        }

        public int Most => _all.Max(filled => filled.Sum());

        /// <summary>The slots, from 0, in which some greatest assignment leaves a place unfilled.</summary>
        public IEnumerable<int> LeftUnfilled =>
            Enumerable.Range(0, _team.Slots.Length).Where(slot => _all.Any(filled => filled.Sum() == Most && filled[slot] < _team.Slots[slot].Places));

        public static Fillings Of(Team team, IEnumerable<Person> people)
        {
            List<int[]> all = [new int[team.Slots.Length]];
            foreach (var person in people)
            {
                var further =
                    from filled in all
                    from slot in Enumerable.Range(0, team.Slots.Length)
                    where filled[slot] < team.Slots[slot].Places && StaffingCase.Fits(person, team.Slots[slot])
                    select filled.Select((count, s) => s == slot ? count + 1 : count).ToArray();
                all = [.. all.Concat(further).DistinctBy(filled => string.Join(',', filled))];
            }

            return new Fillings(team, all);
        }
    }
}
