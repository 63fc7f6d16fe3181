using System.Globalization;
using System.Text.Json.Nodes;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess.Independent;

/// <summary>A random good evidence document, its days, amounts and people crowded around the boundaries of the rules.</summary>
internal static class RandomEvidence
{
    private static readonly string[] Days =
    [
        "2017-06-26", "2017-06-27", "2017-07-06", "2017-07-07", "2017-11-15", "2017-11-16", "2017-12-01", "2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01",
        "2020-02-28", "2020-02-29", "2020-03-01", "2021-02-28", "2021-03-01", "2026-11-20",
    ];

    private static readonly string[] Ends = ["0001-01-01", "0001-06-15", "9999-12-31"];

    private static readonly string[] Amounts =
    [
        "100000", "99999.99", "50000.00", "49999.99", "25000", "24999.99", "12000.0", "37000", "75e3", "0.01", "-0.01", "300000.000", "1.5E+5", "-100000", "-37000.50",
        "0", "-0.0", "33333.33", "66666.67", "1e-2", "9999999999999999.99", "-9999999999999999.99",
    ];

    private static readonly string[][] Kits =
    [
        ["MB2-715", "MB2-716", "MB2-717"], ["MB2-715", "MB2-716", "MB2-718"], ["MB6-893", "MB6-892", "MB6-890", "70-764"],
        ["MB2-714", "MB2-710"], ["MB2-709", "MB2-706"], ["MB2-877", "MB2-715"], ["MB2-712"], ["MB2-707"], ["MB2-716"],
        ["MB2-713", "MB2-710", "MB2-712"], ["MB2-717", "MB2-715", "MB2-716"], [],
    ];

    private static readonly string[] Types = ["digitalPartnerOfRecord", "digitalPartnerOfRecord", "digitalPartnerOfRecord", "delegatedAdministrator", "transactingPartner", "fastTrackPartner"];

    public static JsonObject Roll(Dice dice)
    {
        var asOf = dice.Chance(97) ? dice.Pick(Days) : dice.Pick(Ends);

        // So many people with the same credentials, and so much revenue of associated customers, that Gold is within reach.
        var generous = dice.Chance(40);
        var kit = dice.Pick(Kits);
        var customers = dice.Some(1, 4, i => new JsonObject
        {
            ["id"] = $"c{i}",
            ["name"] = dice.Pick(["Northwind", "Contoso", ""]),
            ["associations"] = new JsonArray([.. dice.Some(0, 3, _ => Association(dice, asOf)), .. generous ? [AlwaysAssociated()] : Array.Empty<JsonObject>()]),
        });
        return new JsonObject
        {
            ["partner"] = new JsonObject { ["name"] = dice.Pick(["Fabrikam", "Ümlaut", ""]), ["market"] = dice.Pick(["developed", "developed", "developing", null]) },
            ["asOf"] = asOf,
            ["customers"] = new JsonArray([.. customers]),
            ["revenue"] = new JsonArray([.. dice.Some(0, 12, _ => new JsonObject
            {
                ["customer"] = $"c{dice.Below(customers.Length)}",
                ["product"] = dice.Pick(PlainReading.ProductSpellings),
                ["date"] = generous && dice.Chance(50) ? asOf : Near(dice, asOf),
                ["amount"] = JsonNode.Parse(generous && dice.Chance(80) ? dice.Pick(["300000", "150000.00"]) : dice.Pick(Amounts)),
                ["netNew"] = dice.Chance(generous ? 95 : 75),
            })]),
            ["people"] = new JsonArray([.. dice.Some(generous ? 14 : 0, generous ? 22 : 7, i => Person(dice, i, asOf, generous && dice.Chance(95) ? kit : dice.Pick(Kits)))]),
        };
    }

    private static JsonObject AlwaysAssociated() => new() { ["type"] = "digitalPartnerOfRecord", ["from"] = null, ["until"] = null };

    private static JsonObject Association(Dice dice, string asOf)
    {
        var (from, until) = Period(dice, asOf, open: 40);
        return new JsonObject { ["type"] = dice.Pick(Types), ["from"] = from, ["until"] = until };
    }

    private static JsonObject Person(Dice dice, int number, string asOf, string[] kit)
    {
        var (from, until) = Period(dice, asOf, open: 90);
        var codes = kit.Where(_ => dice.Chance(98)).Concat(dice.Chance(10) ? dice.Pick(Kits) : []);
        return new JsonObject
        {
            ["id"] = $"p{number}",
            ["name"] = dice.Pick(["Ana", "Ana", "Ben", "Zoë", "ana"]),
            ["from"] = from,
            ["until"] = until,
            ["credentials"] = new JsonArray([.. dice.Shuffled(codes).Select(code => new JsonObject { ["code"] = Spelling(dice, code), ["passedOn"] = PassedOn(dice, code, asOf) })]),
        };
    }

    private static string Spelling(Dice dice, string code) =>
        dice.Pick([code, code, code.ToLowerInvariant(), code.Replace('-', ' '), $"Exam {code}"]);

    private static string PassedOn(Dice dice, string code, string asOf)
    {
        var day = dice.Chance(95) ? "2016-05-05" : Near(dice, asOf);
        return code switch
        {
            "MB2-709" when string.CompareOrdinal(day, "2017-12-31") > 0 => "2017-12-31",
            "MB2-877" when string.CompareOrdinal(day, "2018-01-01") < 0 => "2018-01-01",
            _ => day,
        };
    }

    private static (string? From, string? Until) Period(Dice dice, string asOf, int open)
    {
        var from = dice.Chance(open) ? null : Near(dice, asOf);
        var until = dice.Chance(open) ? null : Near(dice, asOf);
        return from is not null && until is not null && string.CompareOrdinal(until, from) < 0 ? (until, from) : (from, until);
    }

    /// <summary>A day at or beside the as-of date, at or beside a year before it, or somewhere around.</summary>
    private static string Near(Dice dice, string asOf)
    {
        var day = DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        var near = dice.Below(10) switch
        {
            0 or 1 or 2 => day + dice.Between(-1, 1),
            3 or 4 or 5 => day - 365 + dice.Between(-2, 2),
            6 => day + dice.Between(1, 700),
            _ => day - dice.Between(0, 1200),
        };
        return DateOnly.FromDayNumber(Math.Clamp(near, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
