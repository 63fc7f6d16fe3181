using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests.Revisions;

/// <summary>
/// Every figure of the requirement pages on both sides of its boundary. The tables here were written from the pages,
/// not from the documents that the program reads.
/// </summary>
public sealed class BuiltInRulebookTests
{
    private const string Applications = "cloud-business-applications";
    private const string Relationships = "cloud-customer-relationship-management";
    private const string Engagement = "enterprise-customer-engagement";
    private const string Operations = "enterprise-operations";
    private const string Reseller = "cloud-crm-reseller";

    private const string EngagementPlan = "dynamics-365-customer-engagement";
    private const string Plan2 = "dynamics-365-enterprise-plan-2";
    private const string OperationsSku = "dynamics-365-operations";
    private const string Ax2012 = "ax-2012-on-premises";
    private const string CrmOnline = "crm-online";

    private static readonly Rulebook Book = BuiltInRulebook.Rulebook;

    /// <summary>Each revision's first day, and the last day before the next or a day long after.</summary>
    private static readonly (string Competency, string From, string LastDay)[] Revisions =
    [
        (Applications, "2017-06-27", "2017-07-06"),
        (Applications, "2017-07-07", "2026-11-20"),
        (Relationships, "2017-07-07", "2017-11-15"),
        (Relationships, "2017-11-16", "2026-11-20"),
    ];

    /// <summary>Amounts in US$: Silver developed, Silver developing, Gold developed, Gold developing; null where the page states none.</summary>
    private static readonly (string Revision, string Competency, string Option, string Threshold, int?[] Amounts)[] Thresholds =
    [
        ("2017-06-27", Applications, Engagement, "net-new", [100_000, null, 300_000, null]),
        ("2017-06-27", Applications, Operations, "total", [100_000, null, 300_000, null]),
        ("2017-06-27", Applications, Operations, "net-new", [25_000, null, 75_000, null]),
        ("2017-07-07", Applications, Engagement, "net-new", [100_000, 50_000, 300_000, 150_000]),
        ("2017-07-07", Applications, Operations, "total", [100_000, 50_000, 300_000, 150_000]),
        ("2017-07-07", Applications, Operations, "net-new", [25_000, 12_000, 75_000, 37_000]),
        ("2017-07-07", Relationships, Reseller, "net-new", [100_000, 50_000, 300_000, 150_000]),
        ("2017-11-16", Relationships, Reseller, "net-new", [100_000, 50_000, 300_000, 150_000]),
    ];

    private static readonly (string Option, string Threshold, string[] Products, bool NetNewOnly, bool WindowIsOpen)[] WhatCounts =
    [
        (Engagement, "net-new", [EngagementPlan, Plan2], true, false),
        (Operations, "total", [Plan2, OperationsSku, Ax2012], false, true),
        (Operations, "net-new", [Plan2, OperationsSku], true, false),
        (Reseller, "net-new", [CrmOnline, EngagementPlan], true, false),
    ];

    private static readonly (string Code, string Title, string? FirstSat, string? LastSat, string? CountsUntil)[] Credentials =
    [
        ("MB2-706", "Microsoft Dynamics CRM Online Deployment", null, null, null),
        ("MB2-707", "Microsoft Dynamics CRM Customization and Configuration", null, null, null),
        ("MB2-709", "Dynamics CRM Marketing", null, "2017-12-31", "2018-12-31"),
        ("MB2-710", "Microsoft Dynamics CRM Online Deployment (2015)", null, null, null),
        ("MB2-712", "Microsoft Dynamics CRM 2016 Customization and Configuration", null, null, null),
        ("MB2-713", "Microsoft Dynamics CRM 2016 Sales", null, null, null),
        ("MB2-714", "Dynamics CRM Customer Service", null, null, null),
        ("MB2-715", "Microsoft Dynamics 365 customer engagement Online Deployment", null, null, null),
        ("MB2-716", "Microsoft Dynamics 365 Customization and Configuration", null, null, null),
        ("MB2-717", "Microsoft Dynamics 365 for Sales", null, null, null),
        ("MB2-718", "Microsoft Dynamics 365 for Customer Service", null, null, null),
        ("MB2-877", "Microsoft Dynamics 365 for Field Service", "2018-01-01", null, null),
        ("MB6-890", "Microsoft Dynamics AX Development Introduction", null, null, null),
        ("MB6-892", "Microsoft Dynamics AX Distribution and Trade", null, null, null),
        ("MB6-893", "Microsoft Dynamics AX Financials", null, null, null),
        ("70-764", "Administering a Microsoft SQL Database Infrastructure", null, null, null),
    ];

    /// <summary>The day each competency is first judged, and each day a revision takes over.</summary>
    public static TheoryData<string, string, string?> RevisionDays => new()
    {
        { Applications, "2017-06-26", null },
        { Applications, "2017-06-27", "2017-06-27" },
        { Applications, "2017-07-06", "2017-06-27" },
        { Applications, "2017-07-07", "2017-07-07" },
        { Applications, "2026-11-20", "2017-07-07" },
        { Relationships, "2017-07-06", null },
        { Relationships, "2017-07-07", "2017-07-07" },
        { Relationships, "2017-11-15", "2017-07-07" },
        { Relationships, "2017-11-16", "2017-11-16" },
        { Relationships, "2026-11-20", "2017-11-16" },
    };

    public static TheoryData<string, string, string, string, Tier, Market, int?, string> Amounts
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, Tier, Market, int?, string>();
            foreach (var (revision, competency, option, threshold, amounts) in Thresholds)
            {
                var (_, first, last) = Assert.Single(Revisions, known => known.Competency == competency && known.From == revision);
                foreach (var asOf in new[] { first, last })
                {
                    rows.Add(competency, revision, option, threshold, Tier.Silver, Market.Developed, amounts[0], asOf);
                    rows.Add(competency, revision, option, threshold, Tier.Silver, Market.Developing, amounts[1], asOf);
                    rows.Add(competency, revision, option, threshold, Tier.Gold, Market.Developed, amounts[2], asOf);
                    rows.Add(competency, revision, option, threshold, Tier.Gold, Market.Developing, amounts[3], asOf);
                }
            }

            return rows;
        }
    }

    /// <summary>Every threshold of every revision, to be looked at on its first day.</summary>
    public static TheoryData<string, string, string> EveryThreshold =>
        [.. Thresholds.Select(threshold => (threshold.Revision, threshold.Option, threshold.Threshold))];

    public static TheoryData<string, string, Tier, int> PeopleOfApplications
    {
        get
        {
            var rows = new TheoryData<string, string, Tier, int>();
            foreach (var asOf in new[] { "2017-06-27", "2017-07-06", "2017-07-07" })
            {
                foreach (var option in new[] { Engagement, Operations })
                {
                    rows.Add(asOf, option, Tier.Silver, 5);
                    rows.Add(asOf, option, Tier.Gold, 15);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string, string[], string[], string[]> ExamsOfRelationships => new()
    {
        { "2017-07-07", ["MB2-714", "MB2-713", "MB2-709"], ["MB2-710", "MB2-706"], ["MB2-712", "MB2-707"] },
        { "2017-11-15", ["MB2-714", "MB2-713", "MB2-709"], ["MB2-710", "MB2-706"], ["MB2-712", "MB2-707"] },
        // MB2-877 is named, and can be held from 2018 on.
        {
            "2017-11-16", ["MB2-714", "MB2-713", "MB2-709", "MB2-717", "MB2-718"], ["MB2-710", "MB2-706", "MB2-715"], ["MB2-712", "MB2-707", "MB2-716"]
        },
        {
            "2018-01-01", ["MB2-714", "MB2-713", "MB2-709", "MB2-717", "MB2-718", "MB2-877"], ["MB2-710", "MB2-706", "MB2-715"], ["MB2-712", "MB2-707", "MB2-716"]
        },
        {
            "2018-12-31", ["MB2-714", "MB2-713", "MB2-709", "MB2-717", "MB2-718", "MB2-877"], ["MB2-710", "MB2-706", "MB2-715"], ["MB2-712", "MB2-707", "MB2-716"]
        },
        // From this day on MB2-709 no longer counts.
        {
            "2019-01-01", ["MB2-714", "MB2-713", "MB2-717", "MB2-718", "MB2-877"], ["MB2-710", "MB2-706", "MB2-715"], ["MB2-712", "MB2-707", "MB2-716"]
        },
    };

    [Theory]
    [MemberData(nameof(RevisionDays))]
    public void InForceOn_OnTheDayBeforeAndTheDayOfARevision(string competency, string day, string? revision) =>
        Assert.Equal(revision is null ? null : Given.Day(revision), Book.Competency(competency)!.History.InForceOn(Given.Day(day))?.EffectiveFrom);

    [Fact]
    public void ItHolds_ExactlyTheRevisionsOfItsPages_EachWithItsSource()
    {
        Assert.Equal(
            Revisions.Select(revision => (revision.Competency, Given.Day(revision.From))),
            Book.Competencies.SelectMany(competency => competency.History.Revisions.Select(revision => (competency.Code, revision.EffectiveFrom))));
        foreach (var revision in Book.Competencies.SelectMany(competency => competency.History.Revisions))
        {
            Assert.Equal(revision.EffectiveFrom, revision.PublishedOn);
            Assert.Equal(revision.EffectiveFrom, revision.Source.Version);
            Assert.Equal(RevisionDating.TranslationHandOff, revision.Source.DatedBy);
        }
    }

    [Fact]
    public void ItNames_CompetenciesAndOptions_AsThePagesDo()
    {
        Assert.Equal(["Cloud Business Applications", "Cloud Customer Relationship Management"], Book.Competencies.Select(competency => competency.Name));
        foreach (var revision in Book.Competency(Applications)!.History.Revisions)
        {
            Assert.Equal([(Engagement, "Enterprise Customer Engagement"), (Operations, "Enterprise Operations")], revision.Options.Select(option => (option.Code, option.Name)));
        }

        foreach (var revision in Book.Competency(Relationships)!.History.Revisions)
        {
            Assert.Equal([(Reseller, "Cloud CRM Reseller")], revision.Options.Select(option => (option.Code, option.Name)));
        }
    }

    [Fact]
    public void ItKnows_ExactlyTheCredentialsOfThePages_WithTheirDates() =>
        Assert.Equal(
            Credentials.Select(stated => new Credential(Given.Code(stated.Code), stated.Title, Day(stated.FirstSat), Day(stated.LastSat), Day(stated.CountsUntil))),
            Book.Credentials.All);

    [Theory]
    [InlineData("MB2-709", "2017-12-31", true)]
    [InlineData("MB2-709", "2018-01-01", false)]
    [InlineData("MB2-877", "2017-12-31", false)]
    [InlineData("MB2-877", "2018-01-01", true)]
    public void CanBeSatOn_OnTheDatesOfThePages(string code, string day, bool can) =>
        Assert.Equal(can, Book.Credentials.Find(Given.Code(code))!.CanBeSatOn(Given.Day(day)));

    [Theory]
    [InlineData("Dynamics 365 Plan 1", EngagementPlan)]
    [InlineData("Dynamics 365 Enterprise Plan 1", EngagementPlan)]
    [InlineData("Dynamics 365 Enterprise Plan 2", Plan2)]
    [InlineData("Dynamics 365 Operations SKU", OperationsSku)]
    [InlineData("AX 2012 on-premises", Ax2012)]
    [InlineData("CRM Online", CrmOnline)]
    public void Find_ByNameOrFormerName_FindsTheProduct(string spelling, string code) => Assert.Equal(code, Book.Products.Find(spelling)?.Code.Value);

    [Fact]
    public void ItKnows_ExactlyTheProductsOfThePages() =>
        Assert.Equal([EngagementPlan, Plan2, OperationsSku, Ax2012, CrmOnline], Book.Products.All.Select(product => product.Code.Value));

    [Fact]
    public void TheTableOfAmounts_NamesEveryThresholdThereIs() =>
        Assert.Equal(
            Thresholds.Select(threshold => (threshold.Competency, Given.Day(threshold.Revision), threshold.Option, threshold.Threshold)),
            from competency in Book.Competencies
            from revision in competency.History.Revisions
            from option in revision.Options
            from threshold in option.Thresholds
            select (competency.Code, revision.EffectiveFrom, option.Code, threshold.Id));

    [Theory]
    [MemberData(nameof(Amounts))]
    public void AThreshold_ACentBelowAndExactly(string competency, string revision, string option, string threshold, Tier tier, Market market, int? amount, string asOf)
    {
        var product = Assert.Single(WhatCounts, counts => counts.Option == option && counts.Threshold == threshold).Products[0];
        RevenueFinding Finding(decimal revenue)
        {
            var standing = Assert.Single(Assess(asOf, [Line(product, asOf, revenue)], market), standing => standing.Competency.Code == competency);
            Assert.Equal(Given.Day(revision), standing.Revision?.EffectiveFrom);
            return Assert.Single(Of(standing, option, tier).Revenue, finding => finding.Threshold.Id == threshold);
        }

        var below = Finding((amount ?? 1_000_000) - 0.01m);
        var exact = Finding(amount ?? 1_000_000);
        Assert.Equal<decimal?>(amount, exact.Required);
        if (amount is null)
        {
            Assert.Equal((Standing.Undetermined, Standing.Undetermined), (below.Standing, exact.Standing));
            Assert.Null(exact.Shortfall);
        }
        else
        {
            Assert.Equal((Standing.NotMet, 0.01m), (below.Standing, below.Shortfall));
            Assert.Equal((Standing.Met, 0m), (exact.Standing, exact.Shortfall));
        }
    }

    [Theory]
    [MemberData(nameof(EveryThreshold))]
    public void AThreshold_CountsItsProductsOnly(string revision, string option, string threshold)
    {
        var counts = Assert.Single(WhatCounts, counts => counts.Option == option && counts.Threshold == threshold);
        foreach (var product in Book.Products.All)
        {
            Assert.Equal(
                counts.Products.Contains(product.Code.Value) ? LineOutcome.Counted : LineOutcome.Product,
                Classify(revision, option, threshold, Line(product.Code.Value, revision, 1)));
        }
    }

    [Theory]
    [MemberData(nameof(EveryThreshold))]
    public void AThreshold_CountsExistingBusinessOnlyWhereThePageDoesNotSayNetNew(string revision, string option, string threshold)
    {
        var counts = Assert.Single(WhatCounts, counts => counts.Option == option && counts.Threshold == threshold);
        Assert.Equal(
            counts.NetNewOnly ? LineOutcome.NetNew : LineOutcome.Counted,
            Classify(revision, option, threshold, Line(counts.Products[0], revision, 1) with { NetNew = false }));
    }

    [Theory]
    [MemberData(nameof(EveryThreshold))]
    public void AThreshold_CountsTheTrailingTwelveMonths_AndOnlyTheTotalOfOperationsCouldBeReadOtherwise(string revision, string option, string threshold)
    {
        var counts = Assert.Single(WhatCounts, counts => counts.Option == option && counts.Threshold == threshold);
        var asOf = Given.Day(revision);
        var line = Line(counts.Products[0], revision, 1_000_000);
        Assert.Equal(LineOutcome.Counted, Classify(revision, option, threshold, line with { Date = asOf.AddYears(-1).AddDays(1) }));
        Assert.Equal(LineOutcome.Window, Classify(revision, option, threshold, line with { Date = asOf.AddYears(-1) }));
        Assert.Equal(LineOutcome.Window, Classify(revision, option, threshold, line with { Date = asOf.AddDays(1) }));

        var old = Finding(revision, option, threshold, line with { Date = asOf.AddYears(-1) });
        Assert.Equal(counts.WindowIsOpen ? [new OtherReading(ReadingChoice.WindowAllTime, Standing.Met)] : [], old.OtherReadings);
    }

    [Theory]
    [MemberData(nameof(EveryThreshold))]
    public void AThreshold_CountsDigitalPartnersOfRecordOnly_OnTheAsOfDate(string revision, string option, string threshold)
    {
        var counts = Assert.Single(WhatCounts, counts => counts.Option == option && counts.Threshold == threshold);
        foreach (var type in Enum.GetValues<AssociationType>())
        {
            Assert.Equal(
                type == AssociationType.DigitalPartnerOfRecord ? LineOutcome.Counted : LineOutcome.Association,
                Classify(revision, option, threshold, Line(counts.Products[0], revision, 1) with { Customer = Given.Customer(new Association(type, default)) }));
        }

        var yesterday = Given.Day(revision).AddDays(-1);
        var ended = Line(counts.Products[0], revision, 1_000_000) with
        {
            Date = yesterday,
            Customer = Given.Customer(new Association(AssociationType.DigitalPartnerOfRecord, EffectivePeriod.Between(null, yesterday))),
        };
        Assert.Equal(LineOutcome.Association, Classify(revision, option, threshold, ended));
        Assert.Equal([new OtherReading(ReadingChoice.AssociationAtTransaction, Standing.Met)], Finding(revision, option, threshold, ended).OtherReadings);
    }

    [Theory]
    [MemberData(nameof(PeopleOfApplications))]
    public void PeopleOfApplications_OneTooFewAndEnough(string asOf, string option, Tier tier, int places)
    {
        string[] exams = option == Engagement ? ["MB2-715", "MB2-716", "MB2-718"] : ["MB6-893", "MB6-892", "MB6-890", "70-764"];
        var people = Enumerable.Range(0, places).Select(i => Holder($"Person {i:00}", exams)).ToArray();

        var enough = Staffing(asOf, Applications, option, tier, people);
        Assert.Equal((Standing.Met, places, places), (enough.Standing, enough.Required, enough.Filled));
        var tooFew = Staffing(asOf, Applications, option, tier, people[1..]);
        Assert.Equal((Standing.NotMet, places - 1), (tooFew.Standing, tooFew.Filled));
    }

    [Theory]
    [InlineData("2017-06-27")]
    [InlineData("2017-07-07")]
    public void PeopleOfCustomerEngagement_HoldAllOfTwoExamsAndOneOfTwo_AndNothingElseWillDo(string asOf)
    {
        string[] exams = ["MB2-715", "MB2-716", "MB2-717", "MB2-718", "MB2-714"];
        foreach (var held in SubsetsOf(exams))
        {
            var fits = held.Contains("MB2-715") && held.Contains("MB2-716") && (held.Contains("MB2-717") || held.Contains("MB2-718"));
            Assert.Equal(fits ? 1 : 0, Staffing(asOf, Applications, Engagement, Tier.Silver, Holder("Ana", held)).Filled);
            Assert.Equal(fits ? 1 : 0, Staffing(asOf, Applications, Engagement, Tier.Gold, Holder("Ana", held)).Filled);
        }
    }

    [Theory]
    [InlineData("2017-06-27")]
    [InlineData("2017-07-07")]
    public void PeopleOfOperations_HoldAllFourExams(string asOf)
    {
        string[] exams = ["MB6-893", "MB6-892", "MB6-890", "70-764"];
        foreach (var held in SubsetsOf(exams))
        {
            Assert.Equal(held.Length == 4 ? 1 : 0, Staffing(asOf, Applications, Operations, Tier.Silver, Holder("Ana", held)).Filled);
            Assert.Equal(held.Length == 4 ? 1 : 0, Staffing(asOf, Applications, Operations, Tier.Gold, Holder("Ana", held)).Filled);
        }
    }

    [Theory]
    [MemberData(nameof(ExamsOfRelationships))]
    public void PeopleOfRelationships_FirstGroupHoldsOneOfAAndOneOfB_TheOtherOneOfC(string asOf, string[] a, string[] b, string[] c)
    {
        var other = Holder("Zoë", "MB2-712");
        foreach (var one in Book.Credentials.All.Select(credential => credential.Code.Value))
        {
            foreach (var two in Book.Credentials.All.Select(credential => credential.Code.Value))
            {
                var fits = (a.Contains(one) && b.Contains(two)) || (a.Contains(two) && b.Contains(one));
                Assert.Equal((one, two, fits ? 2 : 1), (one, two, Staffing(asOf, Relationships, Reseller, Tier.Silver, Holder("Ana", one, two), other).Filled));
            }
        }

        var first = Holder("Ana", "MB2-714", "MB2-710");
        foreach (var one in Book.Credentials.All.Select(credential => credential.Code.Value))
        {
            Assert.Equal((one, c.Contains(one) ? 2 : 1), (one, Staffing(asOf, Relationships, Reseller, Tier.Silver, first, Holder("Zoë", one)).Filled));
        }
    }

    [Theory]
    [InlineData("2017-07-07", Tier.Silver, 1)]
    [InlineData("2017-07-07", Tier.Gold, 2)]
    [InlineData("2017-11-16", Tier.Silver, 1)]
    [InlineData("2017-11-16", Tier.Gold, 2)]
    public void PeopleOfRelationships_OneTooFewAndEnough_AllDifferent(string asOf, Tier tier, int each)
    {
        var first = Enumerable.Range(0, each).Select(i => Holder($"First {i}", "MB2-714", "MB2-710")).ToArray();
        var other = Enumerable.Range(0, each).Select(i => Holder($"Other {i}", "MB2-712")).ToArray();
        var everything = Enumerable.Range(0, each).Select(i => Holder($"Everything {i}", "MB2-714", "MB2-710", "MB2-712")).ToArray();

        Assert.Equal((Standing.Met, 2 * each), Answer([.. first, .. other]));
        Assert.Equal((Standing.NotMet, (2 * each) - 1), Answer([.. first[1..], .. other]));
        Assert.Equal((Standing.NotMet, (2 * each) - 1), Answer([.. first, .. other[1..]]));
        // Nobody fills two places, even who holds everything.
        Assert.Equal((Standing.NotMet, each), Answer(everything));
        Assert.Equal((Standing.Met, 2 * each), Answer([.. everything, .. other]));
        Assert.Equal((Standing.Met, 2 * each), Answer([.. everything, .. first]));

        (Standing, int) Answer(Person[] people)
        {
            var finding = Staffing(asOf, Relationships, Reseller, tier, people);
            Assert.Equal(2 * each, finding.Required);
            return (finding.Standing, finding.Filled);
        }
    }

    private static DateOnly? Day(string? iso) => iso is null ? null : Given.Day(iso);

    private static RevenueLine Line(string product, string date, decimal amount) => Given.Line(date, amount, product: new ProductCode(product));

    /// <summary>Somebody who passed each exam on the first day it could be sat, or else long ago.</summary>
    private static Person Holder(string name, params string[] codes) => new(name, name, default, [.. codes.Select(code =>
    {
        var credential = Book.Credentials.Find(Given.Code(code))!;
        return new CredentialPass(credential, credential.FirstSat ?? Given.Day("2017-01-01"));
    })]);

    private static IEnumerable<string[]> SubsetsOf(string[] items) =>
        Enumerable.Range(0, 1 << items.Length).Select(mask => items.Where((_, i) => (mask & (1 << i)) != 0).ToArray());

    private static ImmutableArray<CompetencyStanding> Assess(string asOf, RevenueLine[] lines, Market market, params Person[] people) =>
        Assessor.Assess(new PartnerEvidence("Fabrikam", market, [.. lines], people), Book, Given.Day(asOf));

    private static TierStanding Of(CompetencyStanding standing, string option, Tier tier) =>
        Assert.Single(Assert.Single(standing.Options, standing => standing.Option.Code == option).Tiers, standing => standing.Tier == tier);

    private static StaffingFinding Staffing(string asOf, string competency, string option, Tier tier, params Person[] people) =>
        Of(Assert.Single(Assess(asOf, [], Market.Developed, people), standing => standing.Competency.Code == competency), option, tier).Staffing!;

    private static RevenueFinding Finding(string asOf, string option, string threshold, RevenueLine line)
    {
        var standing = Assert.Single(Assess(asOf, [line], Market.Developed), standing => standing.Options.Any(candidate => candidate.Option.Code == option));
        return Assert.Single(Of(standing, option, Tier.Silver).Revenue, finding => finding.Threshold.Id == threshold);
    }

    private static LineOutcome Classify(string asOf, string option, string threshold, RevenueLine line) =>
        Assert.Single(Finding(asOf, option, threshold, line).Lines()).Outcome;
}
