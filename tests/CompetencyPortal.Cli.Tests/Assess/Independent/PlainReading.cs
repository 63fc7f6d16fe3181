using System.Globalization;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Cli.Tests.Assess.Independent;

/// <summary>
/// The rules of the two competencies read a second time, from the requirement pages, and written in the plainest way: loops over the
/// JSON itself, days as text, its own tables, nothing of the program. What it answers is what <c>assess</c> must answer.
/// </summary>
internal static class PlainReading
{
    private const string Plan1 = "dynamics-365-customer-engagement";
    private const string Plan2 = "dynamics-365-enterprise-plan-2";
    private const string Operations = "dynamics-365-operations";
    private const string Ax = "ax-2012-on-premises";
    private const string Crm = "crm-online";

    private static readonly Dictionary<string, string> ProductNames = new()
    {
        [Plan1] = Plan1,
        ["Dynamics 365 Plan 1"] = Plan1,
        ["dynamics 365 enterprise plan 1"] = Plan1,
        [Plan2] = Plan2,
        ["DYNAMICS 365 ENTERPRISE PLAN 2"] = Plan2,
        [Operations] = Operations,
        ["Dynamics 365 Operations SKU"] = Operations,
        [Ax] = Ax,
        ["AX 2012 On-Premises"] = Ax,
        [Crm] = Crm,
        ["CRM Online"] = Crm,
    };

    /// <summary>Every spelling of a product that random evidence may use.</summary>
    public static IReadOnlyList<string> ProductSpellings { get; } = [.. ProductNames.Keys];

    /// <summary>The standing of a good evidence document.</summary>
    public static JsonObject StandingOf(JsonNode evidence)
    {
        var asOf = (string)evidence["asOf"]!;
        return new JsonObject
        {
            ["partner"] = (string)evidence["partner"]!["name"]!,
            ["asOf"] = asOf,
            ["competencies"] = new JsonArray(Applications(evidence, asOf), Relationships(evidence, asOf)),
        };
    }

    private static JsonObject Applications(JsonNode evidence, string asOf)
    {
        if (IsBefore(asOf, "2017-06-27"))
        {
            return Competency("cloud-business-applications", null);
        }

        var developing = !IsBefore(asOf, "2017-07-07");
        var market = (string?)evidence["partner"]!["market"];
        decimal? Amount(decimal inDeveloped, decimal inDeveloping) => market == "developed" ? inDeveloped : market == "developing" && developing ? inDeveloping : null;

        bool Engages(HashSet<string> held) => held.Contains("MB2-715") && held.Contains("MB2-716") && (held.Contains("MB2-717") || held.Contains("MB2-718"));
        bool Operates(HashSet<string> held) => held.Contains("MB6-893") && held.Contains("MB6-892") && held.Contains("MB6-890") && held.Contains("70-764");

        return Competency(
            "cloud-business-applications",
            developing ? "2017-07-07" : "2017-06-27",
            Option(
                "enterprise-customer-engagement",
                Tier("silver", Revenue("net-new", evidence, [Plan1, Plan2], true, false, Amount(100_000, 50_000)), Staffing(evidence, (5, Engages))),
                Tier("gold", Revenue("net-new", evidence, [Plan1, Plan2], true, false, Amount(300_000, 150_000)), Staffing(evidence, (15, Engages)))),
            Option(
                "enterprise-operations",
                Tier(
                    "silver",
                    Revenue("total", evidence, [Plan2, Operations, Ax], false, true, Amount(100_000, 50_000)),
                    Revenue("net-new", evidence, [Plan2, Operations], true, false, Amount(25_000, 12_000)),
                    Staffing(evidence, (5, Operates))),
                Tier(
                    "gold",
                    Revenue("total", evidence, [Plan2, Operations, Ax], false, true, Amount(300_000, 150_000)),
                    Revenue("net-new", evidence, [Plan2, Operations], true, false, Amount(75_000, 37_000)),
                    Staffing(evidence, (15, Operates)))));
    }

    private static JsonObject Relationships(JsonNode evidence, string asOf)
    {
        if (IsBefore(asOf, "2017-07-07"))
        {
            return Competency("cloud-customer-relationship-management", null);
        }

        var later = !IsBefore(asOf, "2017-11-16");
        var market = (string?)evidence["partner"]!["market"];
        decimal? Amount(decimal inDeveloped, decimal inDeveloping) => market == "developed" ? inDeveloped : market == "developing" ? inDeveloping : null;

        string[] a = later ? ["MB2-714", "MB2-713", "MB2-709", "MB2-717", "MB2-718", "MB2-877"] : ["MB2-714", "MB2-713", "MB2-709"];
        string[] b = later ? ["MB2-710", "MB2-706", "MB2-715"] : ["MB2-710", "MB2-706"];
        string[] c = later ? ["MB2-712", "MB2-707", "MB2-716"] : ["MB2-712", "MB2-707"];
        bool IsFirst(HashSet<string> held) => held.Overlaps(a) && held.Overlaps(b);
        bool IsOther(HashSet<string> held) => held.Overlaps(c);

        return Competency(
            "cloud-customer-relationship-management",
            later ? "2017-11-16" : "2017-07-07",
            Option(
                "cloud-crm-reseller",
                Tier("silver", Revenue("net-new", evidence, [Crm, Plan1], true, false, Amount(100_000, 50_000)), Staffing(evidence, (1, IsFirst), (1, IsOther))),
                Tier("gold", Revenue("net-new", evidence, [Crm, Plan1], true, false, Amount(300_000, 150_000)), Staffing(evidence, (2, IsFirst), (2, IsOther)))));
    }

    private static JsonObject Competency(string code, string? revision, params JsonObject[] options) =>
        new() { ["code"] = code, ["revision"] = revision, ["options"] = new JsonArray([.. options]) };

    private static JsonObject Option(string code, JsonObject silver, JsonObject gold) => new()
    {
        ["code"] = code,
        ["attained"] = (string?)gold["standing"] == "met" ? "gold" : (string?)silver["standing"] == "met" ? "silver" : null,
        ["tiers"] = new JsonArray(silver, gold),
    };

    private static JsonObject Tier(string tier, params JsonObject[] findings)
    {
        var standing = "met";
        foreach (var finding in findings)
        {
            if ((string?)finding["standing"] == "notMet" || (standing == "met" && (string?)finding["standing"] == "undetermined"))
            {
                standing = (string)finding["standing"]!;
            }
        }

        return new JsonObject { ["tier"] = tier, ["standing"] = standing, ["findings"] = new JsonArray([.. findings]) };
    }

    private static JsonObject Revenue(string threshold, JsonNode evidence, string[] products, bool netNew, bool windowIsOpen, decimal? required)
    {
        decimal counted = 0, ifAtTransaction = 0, ifAllTime = 0, product = 0, existing = 0, window = 0, association = 0;
        var asOf = (string)evidence["asOf"]!;
        foreach (var line in evidence["revenue"]!.AsArray())
        {
            var amount = line!["amount"]!.GetValue<decimal>();
            var date = (string)line["date"]!;
            var customer = (string)line["customer"]!;
            var inYear = IsBefore(AYearBefore(asOf), date) && !IsBefore(asOf, date);
            if (!products.Contains(ProductNames[(string)line["product"]!]))
            {
                product += amount;
                continue;
            }

            if (netNew && !(bool)line["netNew"]!)
            {
                existing += amount;
                continue;
            }

            if (inYear && IsAssociated(evidence, customer, date))
            {
                ifAtTransaction += amount;
            }

            if (!IsBefore(asOf, date) && IsAssociated(evidence, customer, asOf))
            {
                ifAllTime += amount;
            }

            if (!inYear)
            {
                window += amount;
            }
            else if (!IsAssociated(evidence, customer, asOf))
            {
                association += amount;
            }
            else
            {
                counted += amount;
            }
        }

        string StandingFor(decimal sum) => required is null ? "undetermined" : sum >= required ? "met" : "notMet";

        var others = new JsonArray();
        if (StandingFor(ifAtTransaction) != StandingFor(counted))
        {
            others.Add(new JsonObject { ["reading"] = "associationAtTransaction", ["standing"] = StandingFor(ifAtTransaction) });
        }

        if (windowIsOpen && StandingFor(ifAllTime) != StandingFor(counted))
        {
            others.Add(new JsonObject { ["reading"] = "windowAllTime", ["standing"] = StandingFor(ifAllTime) });
        }

        return new JsonObject
        {
            ["kind"] = "revenue",
            ["threshold"] = threshold,
            ["standing"] = StandingFor(counted),
            ["required"] = Amount(required),
            ["counted"] = Amount(counted),
            ["shortfall"] = Amount(required is null ? null : counted >= required ? 0 : required - counted),
            ["excluded"] = new JsonObject { ["product"] = Amount(product), ["netNew"] = Amount(existing), ["window"] = Amount(window), ["association"] = Amount(association) },
            ["otherReadings"] = others,
        };
    }

    /// <summary>One team of one or two slots. Who fills which place is not foretold: any greatest assignment is right.</summary>
    private static JsonObject Staffing(JsonNode evidence, params (int Places, Func<HashSet<string>, bool> Fits)[] slots)
    {
        var asOf = (string)evidence["asOf"]!;
        var fitting = new List<(string Name, string Id, bool First, bool Other)>();
        foreach (var person in evidence["people"]!.AsArray())
        {
            if (!IsWithin(person!, asOf))
            {
                continue;
            }

            var held = HeldBy(person!, asOf);
            var first = slots[0].Fits(held);
            var other = slots.Length > 1 && slots[1].Fits(held);
            if (first || other)
            {
                fitting.Add(((string)person!["name"]!, (string)person["id"]!, first, other));
            }
        }

        // However many of those who could take either place take the first, the rest take the other.
        var places = slots.Sum(slot => slot.Places);
        var most = 0;
        bool[] unfilled = [false, false];
        var either = fitting.Count(person => person.First && person.Other);
        for (var toFirst = 0; toFirst <= either; toFirst++)
        {
            var inFirst = Math.Min(slots[0].Places, fitting.Count(person => person.First && !person.Other) + toFirst);
            var inOther = slots.Length > 1 ? Math.Min(slots[1].Places, fitting.Count(person => !person.First) + either - toFirst) : 0;
            if (inFirst + inOther > most)
            {
                unfilled = [false, false];
            }

            if (inFirst + inOther >= most)
            {
                most = inFirst + inOther;
                unfilled[0] |= inFirst < slots[0].Places;
                unfilled[1] |= slots.Length > 1 && inOther < slots[1].Places;
            }
        }

        if (fitting.Count == 0)
        {
            unfilled = [true, slots.Length > 1];
        }

        var blocking = new JsonArray();
        if (most < places)
        {
            var people = fitting.Where(person => (person.First && unfilled[0]) || (person.Other && unfilled[1]))
                .OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id, StringComparer.Ordinal);
            blocking.Add(new JsonObject
            {
                ["team"] = 1,
                ["slots"] = new JsonArray([.. new[] { 1, 2 }.Where(slot => unfilled[slot - 1]).Select(slot => (JsonNode)slot)]),
                ["places"] = (unfilled[0] ? slots[0].Places : 0) + (unfilled[1] ? slots[1].Places : 0),
                ["people"] = new JsonArray([.. people.Select(person => (JsonNode)person.Id)]),
            });
        }

        return new JsonObject
        {
            ["kind"] = "staffing",
            ["standing"] = most == places ? "met" : "notMet",
            ["required"] = places,
            ["filled"] = most,
            ["path"] = 1,
            ["assignments"] = new JsonArray([.. slots.Select((slot, index) => new JsonObject
            {
                ["team"] = 1,
                ["slot"] = index + 1,
                ["places"] = slot.Places,
                ["fitting"] = new JsonArray([.. fitting.Where(person => index == 0 ? person.First : person.Other).Select(person => (JsonNode)person.Id)]),
            })]),
            ["blocking"] = blocking,
            ["otherReadings"] = new JsonArray(),
        };
    }

    private static HashSet<string> HeldBy(JsonNode person, string asOf)
    {
        var held = new HashSet<string>();
        foreach (var pass in person["credentials"]!.AsArray())
        {
            var code = ((string)pass!["code"]!).Replace("Exam ", "", StringComparison.Ordinal).ToUpperInvariant().Replace(' ', '-');
            if (!IsBefore(asOf, (string)pass["passedOn"]!) && !(code == "MB2-709" && IsBefore("2018-12-31", asOf)))
            {
                held.Add(code);
            }
        }

        return held;
    }

    private static bool IsAssociated(JsonNode evidence, string customer, string day)
    {
        foreach (var candidate in evidence["customers"]!.AsArray())
        {
            foreach (var association in candidate!["associations"]!.AsArray())
            {
                if ((string)candidate["id"]! == customer && (string)association!["type"]! == "digitalPartnerOfRecord" && IsWithin(association!, day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWithin(JsonNode period, string day) =>
        !(period["from"] is { } from && IsBefore(day, (string)from!)) && !(period["until"] is { } until && IsBefore((string)until!, day));

    private static bool IsBefore(string day, string other) => string.CompareOrdinal(day, other) < 0;

    private static string AYearBefore(string day)
    {
        var year = int.Parse(day[..4], CultureInfo.InvariantCulture) - 1;
        return year.ToString("0000", CultureInfo.InvariantCulture) + (day.EndsWith("02-29", StringComparison.Ordinal) ? "-02-28" : day[4..]);
    }

    private static JsonNode? Amount(decimal? amount) => amount is null ? null : JsonNode.Parse(amount.Value.ToString("0.00", CultureInfo.InvariantCulture));
}
