using System.Collections.Immutable;

using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// Fills the places of a staffing requirement: per team a maximum bipartite matching between people and places, found by
/// augmenting paths, never by greedy choice. People are taken by name, then id, and slots in document order, so the answer does
/// not depend on the order of input. Source: rulebook, section 4.
/// </summary>
public static class StaffingSolver
{
    /// <summary>The answer for <paramref name="requirement"/> on <paramref name="asOf"/>.</summary>
    public static StaffingFinding Solve(StaffingRequirement requirement, PartnerEvidence evidence, DateOnly asOf) => Solve(requirement, new Fitness(evidence, asOf));

    /// <summary>The same, for a tier of several that ask about the same people on the same day.</summary>
    internal static StaffingFinding Solve(StaffingRequirement requirement, Fitness fitness)
    {
        var best = 0;
        var bestMatchings = MatchingsOf(requirement.Paths[0], fitness);
        for (var i = 1; i < requirement.Paths.Length && MissingIn(bestMatchings) > 0; i++)
        {
            var matchings = MatchingsOf(requirement.Paths[i], fitness);
            if (MissingIn(matchings) < MissingIn(bestMatchings))
            {
                (best, bestMatchings) = (i, matchings);
            }
        }

        return Describe(requirement, best + 1, bestMatchings, fitness);
    }

    private static TeamMatching[] MatchingsOf(StaffingPath path, Fitness fitness)
    {
        var matchings = new TeamMatching[path.Teams.Length];
        for (var i = 0; i < matchings.Length; i++)
        {
            matchings[i] = new TeamMatching(path.Teams[i], fitness);
        }

        return matchings;
    }

    private static int MissingIn(TeamMatching[] matchings)
    {
        var missing = 0;
        foreach (var matching in matchings)
        {
            missing += matching.Missing;
        }

        return missing;
    }

    private static StaffingFinding Describe(StaffingRequirement requirement, int number, TeamMatching[] matchings, Fitness fitness)
    {
        var path = requirement.Paths[number - 1];
        var slots = 0;
        foreach (var team in path.Teams)
        {
            slots += team.Slots.Length;
        }

        var assignments = ImmutableArray.CreateBuilder<SlotAssignment>(slots);
        var blocking = ImmutableArray<BlockingSlots>.Empty;
        for (var team = 0; team < matchings.Length; team++)
        {
            for (var slot = 0; slot < path.Teams[team].Slots.Length; slot++)
            {
                assignments.Add(new SlotAssignment(team + 1, slot + 1, path.Teams[team].Slots[slot].Places, matchings[team].PeopleIn(slot)));
            }

            if (matchings[team].Missing > 0)
            {
                blocking = blocking.Add(matchings[team].Blocking(team + 1));
            }
        }

        return new StaffingFinding(requirement, number, fitness.Evidence, fitness.AsOf, path.Places - MissingIn(matchings), assignments.MoveToImmutable(), blocking);
    }
}
