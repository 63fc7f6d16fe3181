using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Evaluation;

/// <summary>A small random staffing question: up to 8 people, up to 4 slots a team, several teams and paths, nested criteria.</summary>
internal sealed class StaffingCase
{
    public static readonly DateOnly AsOf = Given.Day("2017-12-01");

    private static readonly string[] Names = ["Ana", "Ana", "Ben", "Zoë", "ana", ""];
    private readonly Credential[] _credentials;

    public StaffingCase(Dice dice)
    {
        _credentials = dice.Some(1, 5, i => new Credential(
            Given.Code($"X-{i:000}"), "", CountsUntil: dice.Chance(20) ? AsOf.AddDays(dice.Between(-1, 1)) : null));
        Requirement = new StaffingRequirement([.. dice.Some(1, 3, _ => new StaffingPath([.. dice.Some(1, 3, _ => ATeam(dice))]))]);
        People = dice.Some(0, 8, i => APerson(dice, i));
    }

    public StaffingRequirement Requirement { get; }

    public Person[] People { get; }

    public PartnerEvidence Evidence => Given.Evidence(People);

    /// <summary>Whether the person fits the slot, worked out without the domain: employment, the dates of each pass, and the expression.</summary>
    public static bool Fits(Person person, Slot slot)
    {
        if (AsOf < (person.Employment.From ?? AsOf) || AsOf > (person.Employment.LastDay ?? AsOf))
        {
            return false;
        }

        var held = person.Passes
            .Where(pass => pass.PassedOn <= AsOf && AsOf <= (pass.Credential.CountsUntil ?? AsOf))
            .Select(pass => pass.Credential.Code.Value).ToHashSet();
        return IsTrue(slot.Criterion, held);
    }

    public static bool IsTrue(Criterion criterion, IReadOnlySet<string> held) => criterion switch
    {
        Criterion.Holds holds => held.Contains(holds.Code.Value),
        Criterion.AllOf all => all.Parts.All(part => IsTrue(part, held)),
        Criterion.AnyOf any => any.Parts.Any(part => IsTrue(part, held)),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion)),
    };

    private Team ATeam(Dice dice) => new([.. dice.Some(1, 4, _ => new Slot(dice.Between(1, 3), ACriterion(dice, 3)))]);

    private Criterion ACriterion(Dice dice, int depth)
    {
        var kind = depth == 0 ? 0 : dice.Below(4);
        return kind switch
        {
            2 => new Criterion.AllOf([.. dice.Some(1, 3, _ => ACriterion(dice, depth - 1))]),
            3 => new Criterion.AnyOf([.. dice.Some(1, 3, _ => ACriterion(dice, depth - 1))]),
            _ => new Criterion.Holds(dice.Pick(_credentials).Code),
        };
    }

    private Person APerson(Dice dice, int number)
    {
        var employment = dice.Chance(85)
            ? default
            : dice.Pick([
                EffectivePeriod.Between(AsOf, null), EffectivePeriod.Between(AsOf.AddDays(1), null),
                EffectivePeriod.Between(null, AsOf), EffectivePeriod.Between(null, AsOf.AddDays(-1)),
                EffectivePeriod.Between(AsOf, AsOf)]);
        var passes = dice.Some(0, 5, _ => new CredentialPass(
            dice.Pick(_credentials), dice.Chance(85) ? AsOf.AddDays(-100) : AsOf.AddDays(dice.Between(-1, 1))));
        return new Person($"p{number}", dice.Pick(Names), employment, [.. passes]);
    }
}
