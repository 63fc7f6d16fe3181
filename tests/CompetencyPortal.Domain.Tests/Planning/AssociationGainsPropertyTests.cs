using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Planning;

/// <summary>What an association would make count, against judging all lines anew with it; and each reading, against making it the default.</summary>
public sealed class AssociationGainsPropertyTests
{
    private const int Games = 2_000;

    private static readonly DateOnly AsOf = Given.Day("2017-12-01");

    [Fact]
    public void AGain_IsTheDifferenceThatTheAssociationMakesToWhatIsCounted() => Dice.Play(Games, dice =>
    {
        var (threshold, evidence) = AQuestion(dice);

        var gains = AssociationGains.Of(threshold, evidence, AsOf).ToDictionary(gain => gain.Customer);

        foreach (var customer in evidence.Revenue.Select(line => line.Customer).Distinct())
        {
            var then = AssociationGains.NeededFor(threshold, AsOf) is { } needed ? evidence.With(customer.With(needed)) : evidence;
            var (before, after) = (Counted(threshold, evidence), Counted(threshold, then));
            var (amount, lines) = gains.TryGetValue(customer, out var gain) ? (gain.Amount, gain.Lines) : (0m, 0);
            Assert.Equal((after.Sum - before.Sum, after.Lines - before.Lines), (amount, lines));
        }
    });

    [Fact]
    public void EachReading_CountsWhatItWouldCountIfItJudged() => Dice.Play(Games, dice =>
    {
        var (threshold, evidence) = AQuestion(dice);

        var sentences = ReadingCounts.Of(threshold, evidence.Revenue, AsOf);

        foreach (var sentence in sentences)
        {
            Assert.True(sentence.Length > 1);
            Assert.Equal(sentence.Select((_, index) => index == 0), sentence.Select(one => one.Judges));
            Assert.All(sentence, one => Assert.Equal(Counted(ReadAs(threshold, one.Reading), evidence).Sum, one.Counted));
        }

        Assert.Equal(
            (threshold.Association?.Moment.Alternatives.IsEmpty is false ? 1 : 0) + (threshold.Window.Alternatives.IsEmpty ? 0 : 1), sentences.Length);
    });

    private static (RevenueThreshold Threshold, PartnerEvidence Evidence) AQuestion(Dice dice)
    {
        var customers = dice.Some(1, 4, i => new Customer($"c{i}", $"Customer {i}", [.. dice.Some(0, 3, _ => AnAssociation(dice))]));
        var lines = dice.Some(0, 12, _ => new RevenueLine(
            dice.Pick(customers), dice.Pick([Given.Crm, Given.OtherProduct]), AsOf.AddDays(dice.Pick([-400, -365, -364, -100, -1, 0, 1])),
            dice.Between(-500, 1000), dice.Chance(70)));
        var moment = dice.Chance(50)
            ? Given.Reading(AssociationMoment.AsOf, AssociationMoment.AtTransaction)
            : dice.Chance(50) ? Given.Reading(AssociationMoment.AtTransaction, AssociationMoment.AsOf) : Given.Reading(AssociationMoment.AsOf);
        AssociationRule? rule = dice.Chance(90)
            ? new AssociationRule([.. dice.Shuffled([AssociationType.DigitalPartnerOfRecord, AssociationType.TransactingPartner])[..dice.Between(1, 2)]], moment)
            : null;
        var threshold = new RevenueThreshold(
            "net-new", [Given.Crm], dice.Chance(50),
            dice.Chance(70) ? Given.Reading(RevenueWindow.TrailingTwelveMonths, RevenueWindow.AllTime) : Given.Reading(RevenueWindow.AllTime),
            rule, new MarketAmounts(100, null), null);
        return (threshold, Given.Evidence(Market.Developed, lines));
    }

    private static Association AnAssociation(Dice dice)
    {
        var first = dice.Chance(30) ? (DateOnly?)null : AsOf.AddDays(dice.Between(-400, 5));
        var last = dice.Chance(40) ? (DateOnly?)null : (first ?? AsOf.AddDays(-300)).AddDays(dice.Between(0, 400));
        return new Association(
            dice.Pick([AssociationType.DigitalPartnerOfRecord, AssociationType.TransactingPartner, AssociationType.FastTrackPartner]),
            Domain.Revisions.EffectivePeriod.Between(first, last));
    }

    private static RevenueThreshold ReadAs(RevenueThreshold threshold, ReadingChoice reading)
    {
        var window = reading switch
        {
            ReadingChoice.WindowAllTime => RevenueWindow.AllTime,
            ReadingChoice.WindowTrailingTwelveMonths => RevenueWindow.TrailingTwelveMonths,
            _ => threshold.Window.Default,
        };
        AssociationMoment? moment = reading switch
        {
            ReadingChoice.AssociationAsOf => AssociationMoment.AsOf,
            ReadingChoice.AssociationAtTransaction => AssociationMoment.AtTransaction,
            _ => threshold.Association?.Moment.Default,
        };
        return new RevenueThreshold(
            threshold.Id, threshold.Products, threshold.NetNewOnly, Given.Reading(window),
            threshold.Association is { } rule ? new AssociationRule(rule.AnyOf, Given.Reading(moment!.Value)) : null, threshold.Silver, threshold.Gold);
    }

    private static (decimal Sum, int Lines) Counted(RevenueThreshold threshold, PartnerEvidence evidence)
    {
        var finding = Assessor.Assess(evidence, Given.Revision("2017-01-01", Given.Option(null, Given.Staffing(Given.Path(Given.Team((1, Given.Holds("X-1"))))), threshold)), AsOf)[0].Silver.Revenue.Single();
        return (finding.Sums.Counted, finding.Lines().Count(line => line.Outcome == LineOutcome.Counted));
    }
}
