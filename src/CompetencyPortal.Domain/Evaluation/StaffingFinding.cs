using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The answer for a staffing requirement, told of one of its paths: the one with the fewest missing places, the first of several.
/// </summary>
public sealed class StaffingFinding : Finding
{
    private readonly PartnerEvidence _evidence;
    private readonly DateOnly _asOf;

    internal StaffingFinding(
        StaffingRequirement requirement, int pathNumber, PartnerEvidence evidence, DateOnly asOf, int filled, ImmutableArray<SlotAssignment> assignments, ImmutableArray<BlockingSlots> blocking)
        : base(filled == requirement.Paths[pathNumber - 1].Places ? Standing.Met : Standing.NotMet, [])
    {
        _evidence = evidence;
        _asOf = asOf;
        Requirement = requirement;
        PathNumber = pathNumber;
        Filled = filled;
        Assignments = assignments;
        Blocking = blocking;
    }

    /// <summary>The requirement asked about, with all its paths.</summary>
    public StaffingRequirement Requirement { get; }

    /// <summary>The path told of.</summary>
    public StaffingPath Path => Requirement.Paths[PathNumber - 1];

    /// <summary>Its number, from 1 in document order.</summary>
    public int PathNumber { get; }

    /// <summary>How many places the path has.</summary>
    public int Required => Path.Places;

    /// <summary>The greatest number of its places that can be filled at once.</summary>
    public int Filled { get; }

    /// <summary>How many of its places stay unfilled.</summary>
    public int Missing => Required - Filled;

    /// <summary>One assignment that fills that many, every slot listed in document order, nobody twice in a team.</summary>
    public ImmutableArray<SlotAssignment> Assignments { get; }

    /// <summary>The slot that <paramref name="assignment"/>, one of <see cref="Assignments"/>, fills.</summary>
    public Slot SlotOf(SlotAssignment assignment) => Path.Teams[assignment.Team - 1].Slots[assignment.Slot - 1];

    /// <summary>Per team that cannot be filled, the slots that block it; empty when met.</summary>
    public ImmutableArray<BlockingSlots> Blocking { get; }

    /// <summary>
    /// The employed people who hold something that a slot asks for, but not all of it, with what they lack; slots in document order,
    /// people by name, then id. Worked out anew at each call.
    /// </summary>
    public IEnumerable<NearMiss> NearMisses()
    {
        for (var team = 0; team < Path.Teams.Length; team++)
        {
            for (var slot = 0; slot < Path.Teams[team].Slots.Length; slot++)
            {
                var criterion = Path.Teams[team].Slots[slot].Criterion;
                foreach (var person in _evidence.People)
                {
                    if (person.Employment.Contains(_asOf)
                        && criterion.MissingFor(person, _asOf) is { } missing
                        && criterion.Codes.Any(code => person.Holds(code, _asOf)))
                    {
                        yield return new NearMiss(person, team + 1, slot + 1, missing);
                    }
                }
            }
        }
    }

    /// <summary>Who fits at least one slot of the path; by name, then id. Worked out anew at each call.</summary>
    public IEnumerable<Person> Fitting()
    {
        var criteria = Path.Teams.SelectMany(team => team.Slots).Select(slot => slot.Criterion).Distinct().ToList();
        return _evidence.People.Where(person => person.Employment.Contains(_asOf) && criteria.Any(criterion => criterion.IsSatisfiedBy(person, _asOf)));
    }

    /// <summary>How many people each slot could spare, in document order. Worked out anew at each call.</summary>
    public IEnumerable<SlotSlack> Slack()
    {
        var fitness = new Fitness(_evidence, _asOf);
        for (var team = 0; team < Path.Teams.Length; team++)
        {
            var matching = new TeamMatching(Path.Teams[team], fitness);
            for (var slot = 0; slot < Path.Teams[team].Slots.Length; slot++)
            {
                yield return new SlotSlack(
                    team + 1, slot + 1, Path.Teams[team].Slots[slot].Places, matching.PeopleIn(slot).Length, matching.FittingFor(slot), matching.SpareFor(slot));
            }
        }
    }

    /// <summary>The answer to the same requirement if <paramref name="person"/> had left. Worked out anew at each call.</summary>
    public StaffingFinding Without(Person person) => StaffingSolver.Solve(Requirement, _evidence.Without(person), _asOf);

    /// <summary>
    /// What employed people passed of the credentials that the path names and that no longer counts; people by name, then id.
    /// Worked out anew at each call.
    /// </summary>
    public IEnumerable<LapsedPass> LapsedPasses()
    {
        var named = Path.Teams.SelectMany(team => team.Slots).SelectMany(slot => slot.Criterion.Codes).ToHashSet();
        return
            from person in _evidence.People
            where person.Employment.Contains(_asOf)
            from pass in person.Passes
            where named.Contains(pass.Credential.Code) && pass.PassedOn <= _asOf && pass.Credential.CountsUntil < _asOf
            select new LapsedPass(person, pass);
    }
}
