using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Tests.Evaluation;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Planning;

/// <summary>What each leaver would cost, against taking each of them out and judging all anew.</summary>
public sealed class DeparturesPropertyTests
{
    private const int Games = 3_000;

    [Fact]
    public void EveryDeparture_IsWhatJudgingWithoutThePersonAnswers() => Dice.Play(Games, dice =>
    {
        var (rulebook, evidence) = AnOrganisation(dice);
        var before = Assessor.Assess(evidence, rulebook, StaffingCase.AsOf);

        var departures = Departures.Of(evidence, before, StaffingCase.AsOf);

        Assert.Equal(evidence.People.Where(person => person.Employment.Contains(StaffingCase.AsOf)), departures.Select(departure => departure.Person));
        foreach (var departure in departures)
        {
            var after = Assessor.Assess(evidence.Without(departure.Person), rulebook, StaffingCase.AsOf);
            Assert.Equal(Told(before, after), Told(departure));
            Assert.Equal(
                OptionsOf(before).Zip(OptionsOf(after), (then, now) => (then.Option.Code, then.Attained, now.Attained)).Where(one => one.Item2 != one.Item3),
                departure.Losses.Select(loss => (loss.Option.Option.Code, loss.Option.Attained, loss.AttainedAfter)));
            Assert.Equal(
                OptionsOf(before).Zip(OptionsOf(after)).Sum(pair => pair.First.Tiers.Zip(pair.Second.Tiers).Count(tier => tier.First.Standing == Standing.Met && tier.Second.Standing != Standing.Met)),
                departure.TiersLost);
        }
    });

    [Fact]
    public void Spare_IsHowManyPlacesMoreTheSlotCouldHave_AndBeFilledLikeNow() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = StaffingSolver.Solve(question.Requirement, question.Evidence, StaffingCase.AsOf);

        var slack = finding.Slack().ToList();

        Assert.Equal(
            finding.Assignments.Select(slot => (slot.Team, slot.Slot, slot.Places, slot.People.Length)),
            slack.Select(slot => (slot.Team, slot.Slot, slot.Places, slot.Filled)));
        foreach (var slot in slack)
        {
            var wanted = finding.Path.Teams[slot.Team - 1].Slots[slot.Slot - 1];
            Assert.Equal(question.People.Count(person => StaffingCase.Fits(person, wanted)), slot.Fitting);
            Assert.Equal(finding.Missing, MissingWithMore(slot.Spare));
            Assert.True(MissingWithMore(slot.Spare + 1) > finding.Missing);

            int MissingWithMore(int places)
            {
                var teams = finding.Path.Teams.SetItem(slot.Team - 1, WithMore(finding.Path.Teams[slot.Team - 1], slot.Slot - 1, places));
                return StaffingSolver.Solve(Given.Staffing(new StaffingPath(teams)), question.Evidence, StaffingCase.AsOf).Missing;
            }
        }
    });

    [Fact]
    public void AFilledTeam_StaysFilled_WhoeverOfAsManyPeopleLeavesAsTheLeastSlackSays() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var requirement = Given.Staffing(Given.Path(question.Requirement.Paths[0].Teams[0]));
        var finding = StaffingSolver.Solve(requirement, question.Evidence, StaffingCase.AsOf);
        if (finding.Standing != Standing.Met)
        {
            return;
        }

        var least = finding.Slack().Min(slot => slot.Spare);

        Assert.All(Choices(question.People, least), gone => Assert.Equal(Standing.Met, Without(gone)));
        Assert.True(least == question.People.Length || Choices(question.People, least + 1).Any(gone => Without(gone) == Standing.NotMet));

        Standing Without(IReadOnlyList<Person> gone) =>
            StaffingSolver.Solve(requirement, Given.Evidence([.. question.People.Except(gone)]), StaffingCase.AsOf).Standing;
    });

    [Fact]
    public void AnAnswerWithoutAPerson_IsThatOfTheEvidenceWithoutThem() => Dice.Play(Games, dice =>
    {
        var question = new StaffingCase(dice);
        var finding = StaffingSolver.Solve(question.Requirement, question.Evidence, StaffingCase.AsOf);
        foreach (var person in question.People)
        {
            var expected = StaffingSolver.Solve(question.Requirement, Given.Evidence([.. question.People.Where(one => one != person)]), StaffingCase.AsOf);
            var without = finding.Without(person);
            Assert.Equal((expected.PathNumber, expected.Filled), (without.PathNumber, without.Filled));
            Assert.DoesNotContain(person, without.Assignments.SelectMany(slot => slot.People));
        }
    });

    private static (Rulebook Rulebook, PartnerEvidence Evidence) AnOrganisation(Dice dice)
    {
        var question = new StaffingCase(dice);
        StaffingRequirement? Another() => dice.Chance(80) ? new StaffingCase(dice).Requirement : null;
        var threshold = dice.Pick<RevenueThreshold?>([null, Given.Threshold(developed: 0, goldDeveloped: 0), Given.Threshold(developed: 1, goldDeveloped: 2)]);
        RevenueThreshold[] thresholds = threshold is null ? [] : [threshold];
        var option = new CompetencyOption("one", "One", [.. thresholds], question.Requirement, threshold is null ? new StaffingCase(dice).Requirement : Another());
        var other = new CompetencyOption("other", "Other", [], new StaffingCase(dice).Requirement, new StaffingCase(dice).Requirement);
        var revision = Given.Revision("2017-01-01", option, other);
        var evidence = new PartnerEvidence("Fabrikam", dice.Pick<Market?>([null, Market.Developed]), [], question.People);
        return (new Rulebook([new Competency("competency", "Competency", new RevisionHistory([revision]))], new CredentialCatalog([]), new ProductCatalog([])), evidence);
    }

    private static IEnumerable<OptionStanding> OptionsOf(ImmutableArray<CompetencyStanding> standings) => standings.SelectMany(competency => competency.Options);

    private static IEnumerable<string> Told(ImmutableArray<CompetencyStanding> before, ImmutableArray<CompetencyStanding> after) =>
        from pair in OptionsOf(before).Zip(OptionsOf(after))
        from tier in pair.First.Tiers.Zip(pair.Second.Tiers)
        where tier.First.Staffing is not null && tier.Second.Staffing!.Missing > tier.First.Staffing!.Missing
        select Told(pair.First, tier.First.Tier, tier.First.Staffing!.Missing, tier.Second.Staffing!.Missing);

    private static IEnumerable<string> Told(Departure departure) =>
        from option in departure.Options
        from tier in option.Tiers
        select Told(option.Option, tier.Tier.Tier, tier.Missing, tier.MissingAfter);

    private static string Told(OptionStanding option, Tier tier, int before, int after) => $"{option.Option.Code} {tier}: {before}, then {after}";

    private static Team WithMore(Team team, int slot, int places) =>
        new(team.Slots.SetItem(slot, new Slot(team.Slots[slot].Places + places, team.Slots[slot].Criterion)));

    private static IEnumerable<IReadOnlyList<Person>> Choices(IReadOnlyList<Person> people, int number) => number == 0
        ? [[]]
        : people.SelectMany((person, index) => Choices([.. people.Skip(index + 1)], number - 1).Select(rest => (IReadOnlyList<Person>)[person, .. rest]));
}
