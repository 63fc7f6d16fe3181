using System.Collections.Immutable;
using System.Globalization;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Tests;

/// <summary>Short words for the facts and rules that tests begin with; what a test does not say is ordinary: employed, associated, undated.</summary>
internal static class Given
{
    public static readonly ProductCode Crm = new("crm-online");
    public static readonly ProductCode OtherProduct = new("something-else");

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static EffectivePeriod Period(string? firstDay, string? lastDay) =>
        EffectivePeriod.Between(firstDay is null ? null : Day(firstDay), lastDay is null ? null : Day(lastDay));

    public static CredentialCode Code(string code) => CredentialCode.Parse(code);

    public static Person Person(string name, params string[] codes) => Person(name, default(EffectivePeriod), codes);

    public static Person Person(string name, EffectivePeriod employment, params string[] codes) =>
        new(name, name, employment, [.. codes.Select(code => Pass(code))]);

    public static CredentialPass Pass(string code, string passedOn = "2017-01-01") => new(new Credential(Code(code), code), Day(passedOn));

    public static Criterion Holds(string code) => new Criterion.Holds(Code(code));

    public static Criterion All(params Criterion[] parts) => new Criterion.AllOf([.. parts]);

    public static Criterion Any(params Criterion[] parts) => new Criterion.AnyOf([.. parts]);

    public static Team Team(params (int Places, Criterion Criterion)[] slots) => new([.. slots.Select(slot => new Slot(slot.Places, slot.Criterion))]);

    public static StaffingPath Path(params Team[] teams) => new([.. teams]);

    public static StaffingRequirement Staffing(params StaffingPath[] paths) => new([.. paths]);

    public static Customer Customer(params Association[] associations) => new("c1", "Northwind", [.. associations]);

    public static Association Dpor(string? firstDay = null, string? lastDay = null) =>
        new(AssociationType.DigitalPartnerOfRecord, Period(firstDay, lastDay));

    public static RevenueLine Line(string date, decimal amount, bool netNew = true, ProductCode? product = null, Customer? customer = null) =>
        new(customer ?? Customer(Dpor()), product ?? Crm, Day(date), amount, netNew);

    public static PartnerEvidence Evidence(params Person[] people) => new("Fabrikam", Market.Developed, [], people);

    public static PartnerEvidence Evidence(Market? market, params RevenueLine[] revenue) => new("Fabrikam", market, [.. revenue], []);

    public static Reading<T> Reading<T>(T @default, params T[] alternatives)
        where T : struct, Enum => new(@default, [.. alternatives], Day("2017-01-01"), "The page");

    /// <summary>Net new revenue of CRM Online, trailing twelve months, DPOR on the as-of date; all readings open.</summary>
    public static RevenueThreshold Threshold(
        decimal? developed = 100_000,
        decimal? developing = null,
        decimal? goldDeveloped = 300_000,
        bool netNewOnly = true,
        Reading<RevenueWindow>? window = null,
        AssociationRule? association = null) => new(
            "net-new",
            [Crm],
            netNewOnly,
            window ?? Reading(RevenueWindow.TrailingTwelveMonths, RevenueWindow.AllTime),
            association ?? new AssociationRule([AssociationType.DigitalPartnerOfRecord], Reading(AssociationMoment.AsOf, AssociationMoment.AtTransaction)),
            new MarketAmounts(developed, developing),
            new MarketAmounts(goldDeveloped, null));

    public static CompetencyOption Option(StaffingRequirement? silver, StaffingRequirement? gold, params RevenueThreshold[] thresholds) =>
        new("option", "Option", [.. thresholds], silver, gold);

    public static Revision Revision(string effectiveFrom, params CompetencyOption[] options) => new(
        Day(effectiveFrom),
        Day(effectiveFrom),
        new RevisionSource("The page", null, RevisionDating.Statement),
        options is [] ? [Option(null, null, Threshold())] : [.. options]);

    public static ImmutableArray<int> Numbers(params int[] numbers) => [.. numbers];
}
