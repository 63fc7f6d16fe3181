using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Web.Infrastructure;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>What hangs on the associations of customers, for a reader with leave to see amounts.</summary>
public sealed class CustomerStakes(OwnFacts ownFacts)
{
    public async Task<IReadOnlyDictionary<Guid, AssociationGain>> GainsAsync(ThresholdChoice choice, CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        return AssociationGains.Of(choice.Threshold, judged.Facts.Evidence, judged.AsOf).ToDictionary(gain => Guid.Parse(gain.Customer.Id));
    }

    /// <summary>What an association would make count of one customer's revenue, and where readings of the rules count differently.</summary>
    public async Task<(ImmutableArray<CustomerGain> Gains, ImmutableArray<CustomerReadings> Readings)> OfAsync(Guid id, CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        var evidence = judged.Facts.Evidence;
        var key = id.ToString();
        ImmutableArray<RevenueLine> lines = [.. evidence.Revenue.Where(line => line.Customer.Id == key)];
        if (lines.IsEmpty)
        {
            return ([], []);
        }

        var choices = ThresholdChoice.AllOn(judged.AsOf, judged.Rulebook);
        var own = new PartnerEvidence(evidence.Partner, evidence.Market, lines, []);
        return (
            [.. choices.SelectMany(choice => AssociationGains.Of(choice.Threshold, own, judged.AsOf).Select(gain => Judged(choice, gain, judged)))],
            [.. from choice in choices
                from counts in ReadingCounts.Of(choice.Threshold, lines, judged.AsOf)
                where counts.Any(count => count.Counted != counts[0].Counted)
                select new CustomerReadings(choice, counts)]);
    }

    private static CustomerGain Judged(ThresholdChoice choice, AssociationGain gain, JudgedEvidence judged)
    {
        var needed = AssociationGains.NeededFor(choice.Threshold, judged.AsOf)!.Value;
        var then = Assessor.Assess(judged.Facts.Evidence.With(gain.Customer.With(needed)), choice.Revision, judged.AsOf).Single(one => one.Option.Code == choice.Option.Code);
        return new CustomerGain(choice, needed.Type, gain, judged.Option(choice.Competency, choice.Option.Code)!.Attained, then.Attained);
    }
}
