using System.Text.Json.Nodes;

using CompetencyPortal.Testing;

namespace CompetencyPortal.Cli.Tests.Assess.Independent;

/// <summary><c>assess</c> against a second reading of the same rules, on thousands of random documents.</summary>
public sealed class IndependentReadingTests
{
    private const int Documents = 4_000;

    [Fact]
    public async Task Assess_OfRandomEvidence_AgreesWithAnIndependentReading()
    {
        var evidence = new List<(Dice Dice, string Text)>();
        Dice.Play(Documents, dice => evidence.Add((dice, RandomEvidence.Roll(dice).ToJsonString())));
        using var file = new TemporaryFile($"[{string.Join(",\n", evidence.Select(document => document.Text))}]");
        var answer = await CommandLine.RunAsync(null, "assess", file.Path);
        Assert.Empty(answer.Errors);
        var standings = JsonNode.Parse(answer.Output)!.AsArray();
        Assert.Equal(evidence.Count, standings.Count);

        var seen = new HashSet<string>();
        foreach (var ((dice, text), standing) in evidence.Zip(standings))
        {
            var expected = PlainReading.StandingOf(JsonNode.Parse(text)!);
            Note(seen, expected);
            TakeAssignments(dice, expected, standing!);
            Assert.True(expected.ToJsonString() == standing!.ToJsonString(), $"Seed {dice.Seed}. The evidence:\n{text}\nExpected:\n{expected}\nAnswered:\n{standing}");
        }

        // A run that is one document played again need not see everything.
        Assert.True(evidence.Count == 1 || Interesting.IsSubsetOf(seen), $"The random evidence never showed: {string.Join(", ", Interesting.Except(seen))}.");
    }

    /// <summary>What random evidence must show somewhere, or it proves little.</summary>
    private static HashSet<string> Interesting { get; } =
    [
        .. from tier in new[] { "silver", "gold" } from standing in new[] { "met", "notMet", "undetermined" } select $"{tier} {standing}",
        .. from option in new[] { "enterprise-customer-engagement", "enterprise-operations", "cloud-crm-reseller" } from attained in new[] { "silver", "gold" } select $"{option} {attained}",
        "associationAtTransaction met", "associationAtTransaction notMet", "windowAllTime met", "windowAllTime notMet",
        "blocking [1]", "blocking [2]", "blocking [1,2]", "not yet in force", "shortfall above required",
    ];

    private static void Note(HashSet<string> seen, JsonObject standing)
    {
        foreach (var competency in standing["competencies"]!.AsArray())
        {
            seen.Add(competency!["revision"] is null ? "not yet in force" : "in force");
            foreach (var option in competency["options"]!.AsArray())
            {
                seen.Add($"{option!["code"]} {option["attained"]}");
                foreach (var tier in option["tiers"]!.AsArray())
                {
                    seen.Add($"{tier!["tier"]} {tier["standing"]}");
                    foreach (var finding in tier["findings"]!.AsArray())
                    {
                        seen.UnionWith(finding!["otherReadings"]!.AsArray().Select(other => $"{other!["reading"]} {other["standing"]}"));
                        seen.UnionWith(finding["blocking"]?.AsArray().Select(blocking => $"blocking {blocking!["slots"]!.ToJsonString()}") ?? []);
                        if ((string?)finding["kind"] == "revenue" && finding["shortfall"]?.GetValue<decimal>() > finding["required"]?.GetValue<decimal>())
                        {
                            seen.Add("shortfall above required");
                        }
                    }
                }
            }
        }
    }

    /// <summary>Checks that each assignment is a valid one that fills what it should, and takes it out of both answers, which then must be equal.</summary>
    private static void TakeAssignments(Dice dice, JsonObject expected, JsonNode answered)
    {
        foreach (var (finding, answer) in Staffings(expected).Zip(Staffings(answered)))
        {
            var taken = new HashSet<string>();
            var slots = finding["assignments"]!.AsArray().Zip(answer["assignments"]!.AsArray());
            foreach (var (slot, assigned) in slots)
            {
                var people = assigned!["people"]!.AsArray().Select(person => (string)person!).ToArray();
                var fitting = slot!["fitting"]!.AsArray().Select(person => (string)person!).ToHashSet();
                Assert.True(people.All(fitting.Contains) && people.All(taken.Add) && people.Length <= (int)assigned["places"]!, $"Seed {dice.Seed}: {assigned} of {slot}");
                slot.AsObject().Remove("fitting");
                assigned.AsObject().Remove("people");
            }

            Assert.True(taken.Count == (int)finding["filled"]!, $"Seed {dice.Seed}: {answer}");
        }
    }

    private static IEnumerable<JsonNode> Staffings(JsonNode standing) =>
        from competency in standing["competencies"]!.AsArray()
        from option in competency["options"]!.AsArray()
        from tier in option["tiers"]!.AsArray()
        from finding in tier["findings"]!.AsArray()
        where (string?)finding["kind"] == "staffing"
        select finding;
}
