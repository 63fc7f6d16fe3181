using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>Judges a partner's evidence by the rulebook. Pure: the same evidence, rules and day give the same answer.</summary>
public static class Assessor
{
    /// <summary>The answers for every competency, each by its revision in force on <paramref name="asOf"/>, in the rulebook's order.</summary>
    public static ImmutableArray<CompetencyStanding> Assess(PartnerEvidence evidence, Rulebook rulebook, DateOnly asOf) =>
        ImmutableArray.CreateRange(rulebook.Competencies, competency =>
            competency.History.InForceOn(asOf) is { } revision
                ? new CompetencyStanding(competency, revision, Assess(evidence, revision, asOf))
                : new CompetencyStanding(competency, null, []));

    /// <summary>The answers for every option of <paramref name="revision"/>, whether or not it is in force on <paramref name="asOf"/>.</summary>
    public static ImmutableArray<OptionStanding> Assess(PartnerEvidence evidence, Revision revision, DateOnly asOf)
    {
        var fitness = new Fitness(evidence, asOf);
        var standings = ImmutableArray.CreateBuilder<OptionStanding>(revision.Options.Length);
        foreach (var option in revision.Options)
        {
            standings.Add(Assess(option, fitness));
        }

        return standings.MoveToImmutable();
    }

    private static OptionStanding Assess(CompetencyOption option, Fitness fitness)
    {
        var (evidence, asOf) = (fitness.Evidence, fitness.AsOf);
        var silver = ImmutableArray.CreateBuilder<Finding>(option.Thresholds.Length + 1);
        var gold = ImmutableArray.CreateBuilder<Finding>(option.Thresholds.Length + 1);
        foreach (var threshold in option.Thresholds)
        {
            var counted = CountedRevenue.Of(threshold, evidence, asOf);
            if (threshold.Silver is not null)
            {
                silver.Add(RevenueFinding.Of(threshold, Tier.Silver, evidence, asOf, counted));
            }

            if (threshold.Gold is not null)
            {
                gold.Add(RevenueFinding.Of(threshold, Tier.Gold, evidence, asOf, counted));
            }
        }

        AddStaffing(silver, option.SilverStaffing, fitness);
        AddStaffing(gold, option.GoldStaffing, fitness);
        return new OptionStanding(option, new TierStanding(Tier.Silver, silver.DrainToImmutable()), new TierStanding(Tier.Gold, gold.DrainToImmutable()));
    }

    private static void AddStaffing(ImmutableArray<Finding>.Builder findings, StaffingRequirement? requirement, Fitness fitness)
    {
        if (requirement is not null)
        {
            findings.Add(StaffingSolver.Solve(requirement, fitness));
        }
    }
}
