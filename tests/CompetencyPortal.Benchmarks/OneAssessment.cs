using System.Collections.Immutable;

using BenchmarkDotNet.Attributes;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Benchmarks;

/// <summary>
/// One assessment with its findings (30 people with 4 passes each, 100 lines, all six tiers) against plain loops over the same
/// objects that answer yes or no only.
/// </summary>
[MemoryDiagnoser]
public class OneAssessment
{
    private static readonly DateOnly AsOf = new(2017, 12, 1);

    private static readonly string[][] Kits =
    [
        ["MB2-715", "MB2-716", "MB2-717", "MB2-714"],
        ["MB2-715", "MB2-716", "MB2-718", "MB2-710"],
        ["MB6-893", "MB6-892", "MB6-890", "70-764"],
        ["MB2-714", "MB2-710", "MB2-712", "MB2-707"],
        ["MB2-709", "MB2-706", "MB6-890", "70-764"],
    ];

    private readonly Rulebook _rulebook = BuiltInRulebook.Rulebook;
    private readonly PartnerEvidence _evidence = Evidence();

    [GlobalSetup]
    public void CheckThatBothAgree()
    {
        var tiers = Assessment().SelectMany(competency => competency.Options).SelectMany(option => option.Tiers).Select(tier => tier.Standing == Standing.Met).ToArray();
        if (PlainLoops.Answer(_evidence, AsOf) != (tiers[0], tiers[1], tiers[2], tiers[3], tiers[4], tiers[5]))
        {
            throw new InvalidOperationException("The two answers differ, so comparing their speed says nothing.");
        }
    }

    [Benchmark(Baseline = true)]
    public (bool, bool, bool, bool, bool, bool) YesOrNoByPlainLoops() => PlainLoops.Answer(_evidence, AsOf);

    [Benchmark]
    public ImmutableArray<CompetencyStanding> Assessment() => Assessor.Assess(_evidence, _rulebook, AsOf);

    /// <summary>Ordinary evidence: most lines count somewhere, some tiers are met, some lack people.</summary>
    private static PartnerEvidence Evidence()
    {
        var products = BuiltInRulebook.Rulebook.Products.All;
        var always = new Association(AssociationType.DigitalPartnerOfRecord, default);
        var ended = new Association(AssociationType.DigitalPartnerOfRecord, EffectivePeriod.Between(null, AsOf.AddDays(-30)));
        var customers = Enumerable.Range(0, 10).Select(i => new Customer($"c{i}", $"Customer {i}", i == 9 ? [ended] : [ended, always])).ToArray();
        var lines = Enumerable.Range(0, 100).Select(i =>
            new RevenueLine(customers[i % 10], products[i * 7 % 5].Code, AsOf.AddDays(-4 * i), 5_000 + (i * 10.01m), NetNew: i % 4 != 0));
        var people = Enumerable.Range(0, 30).Select(i => new Person(
            $"p{i}",
            $"Person {i * 7 % 30:00}",
            default,
            [.. Kits[i % 5].Select(code => new CredentialPass(BuiltInRulebook.Rulebook.Credentials.Find(CredentialCode.Parse(code))!, AsOf.AddDays(-100 - i)))]));
        return new PartnerEvidence("Fabrikam", Market.Developed, [.. lines], people);
    }
}
