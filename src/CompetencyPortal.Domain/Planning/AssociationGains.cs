using System.Collections.Immutable;

using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Planning;

/// <summary>
/// What associating customers would make count, by the readings that judge. An association more can only turn a line that lacks one
/// into a line that counts, so that one pass over the lines answers for every customer.
/// </summary>
public static class AssociationGains
{
    /// <summary>The association that <paramref name="threshold"/> would be content with, from <paramref name="asOf"/> without end; null if it asks for none.</summary>
    public static Association? NeededFor(RevenueThreshold threshold, DateOnly asOf) =>
        threshold.Association is { } rule ? new Association(rule.AnyOf[0], EffectivePeriod.HalfOpen(asOf, null)) : null;

    /// <summary>One answer for each customer some of whose lines would count, in the order in which the lines name them.</summary>
    public static ImmutableArray<AssociationGain> Of(RevenueThreshold threshold, PartnerEvidence evidence, DateOnly asOf)
    {
        if (NeededFor(threshold, asOf) is not { } needed)
        {
            return [];
        }

        var measure = RevenueMeasure.Of(threshold, asOf);
        var associated = new Dictionary<Customer, Customer>();
        var gains = new OrderedDictionary<Customer, AssociationGain>();
        foreach (var line in evidence.Revenue)
        {
            if (measure.Classify(line) != LineOutcome.Association)
            {
                continue;
            }

            if (!associated.TryGetValue(line.Customer, out var then))
            {
                associated.Add(line.Customer, then = line.Customer.With(needed));
            }

            if (measure.Classify(line with { Customer = then }) == LineOutcome.Counted)
            {
                var (amount, lines) = gains.TryGetValue(line.Customer, out var gain) ? (gain.Amount, gain.Lines) : (0m, 0);
                gains[line.Customer] = new AssociationGain(line.Customer, threshold, amount + line.Amount, lines + 1);
            }
        }

        return [.. gains.Values];
    }
}
