using System.Collections.Immutable;

using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Planning;

/// <summary>
/// What it would cost if people left, one at a time. Nobody is taken out and judged anew: in a team, whoever leaves empties a place
/// exactly if every greatest assignment places them, and one assignment tells who they are. So all people together cost little more
/// than one assessment.
/// </summary>
public static class Departures
{
    /// <summary>One answer for each person employed on <paramref name="asOf"/>, in the order of the people.</summary>
    /// <param name="evidence">The evidence that was judged.</param>
    /// <param name="standings">The answers for it on that day.</param>
    /// <param name="asOf">The day.</param>
    public static ImmutableArray<Departure> Of(PartnerEvidence evidence, ImmutableArray<CompetencyStanding> standings, DateOnly asOf)
    {
        var fitness = new Fitness(evidence, asOf);
        var options = Array.ConvertAll(new int[evidence.People.Length], _ => ImmutableArray<OptionDeparture>.Empty);
        foreach (var competency in standings)
        {
            foreach (var option in competency.Options)
            {
                var tiers = TiersOf(option, fitness);
                for (var person = 0; person < tiers.Length; person++)
                {
                    if (!tiers[person].IsEmpty)
                    {
                        options[person] = options[person].Add(new OptionDeparture(competency, option, tiers[person]));
                    }
                }
            }
        }

        return [.. evidence.People.Zip(options, (person, lost) => new Departure(person, lost)).Where(one => one.Person.Employment.Contains(asOf))];
    }

    private static ImmutableArray<TierDeparture>[] TiersOf(OptionStanding option, Fitness fitness)
    {
        var tiers = Array.ConvertAll(new int[fitness.Evidence.People.Length], _ => ImmutableArray<TierDeparture>.Empty);
        foreach (var tier in option.Tiers)
        {
            if (tier.Staffing is not { } staffing)
            {
                continue;
            }

            var missing = MissingWithout(staffing.Requirement, fitness);
            for (var person = 0; person < missing.Length; person++)
            {
                if (missing[person] > staffing.Missing)
                {
                    tiers[person] = tiers[person].Add(new TierDeparture(tier, staffing.Missing, missing[person]));
                }
            }
        }

        return tiers;
    }

    /// <summary>How many places stay empty without each of the people, on the path that is then the best.</summary>
    private static int[] MissingWithout(StaffingRequirement requirement, Fitness fitness)
    {
        var fewest = new int[fitness.Evidence.People.Length];
        Array.Fill(fewest, int.MaxValue);
        foreach (var path in requirement.Paths)
        {
            var missing = new int[fewest.Length];
            foreach (var team in path.Teams)
            {
                var matching = new TeamMatching(team, fitness);
                var irreplaceable = matching.Irreplaceable();
                for (var person = 0; person < missing.Length; person++)
                {
                    missing[person] += matching.Missing + (irreplaceable[person] ? 1 : 0);
                }
            }

            for (var person = 0; person < fewest.Length; person++)
            {
                fewest[person] = Math.Min(fewest[person], missing[person]);
            }
        }

        return fewest;
    }
}
