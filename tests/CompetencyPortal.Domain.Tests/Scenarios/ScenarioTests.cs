using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Tests.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. Scenario.Files];

    [Fact]
    public void ThereAreScenarios_EachWithATitleOfItsOwnAndAStory()
    {
        var scenarios = Scenario.Files.Select(Scenario.Read).ToArray();
        Assert.True(scenarios.Length >= 15);
        Assert.Equal(scenarios.Length, scenarios.Select(scenario => scenario.Title).Distinct().Count());
        Assert.All(scenarios, scenario => Assert.True(scenario.Story.Length > 100));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheStanding_IsAsTheScenarioTells(string name)
    {
        var scenario = Scenario.Read(name);
        Assert.NotEmpty(scenario.Expected);
        foreach (var (asOf, expected) in scenario.Expected)
        {
            AssertSays(expected, scenario.StandingOn(asOf), $"{scenario.Title}, {asOf:yyyy-MM-dd}");
        }
    }

    private static void AssertSays(JsonNode? expected, JsonNode? actual, string place)
    {
        switch (expected)
        {
            case JsonObject stated:
                foreach (var (property, value) in stated)
                {
                    Assert.True(actual!.AsObject().TryGetPropertyValue(property, out var said), $"{place}: there is no “{property}”.");
                    AssertSays(value, said, $"{place} › {property}");
                }

                break;
            case JsonArray { Count: > 0 } list when NameOf(list[0]) is not null:
                foreach (var item in list)
                {
                    var said = actual!.AsArray().Where(candidate => NameOf(candidate) == NameOf(item)).ToArray();
                    Assert.True(said.Length == 1, $"{place}: there is no “{NameOf(item)}”.");
                    AssertSays(item, said[0], $"{place} › {NameOf(item)}");
                }

                break;
            default:
                Assert.True(expected?.ToJsonString() == actual?.ToJsonString(), $"{place}: expected {expected?.ToJsonString() ?? "null"}, but it is {actual?.ToJsonString() ?? "null"}.");
                break;
        }
    }

    /// <summary>By what an item of a list is found; null where the list is compared as a whole.</summary>
    private static string? NameOf(JsonNode? item) => item switch
    {
        JsonObject named when named["code"] is { } code => (string)code!,
        JsonObject named when named["tier"] is { } tier => (string)tier!,
        JsonObject named when named["kind"] is { } kind => $"{kind} {named["threshold"]}",
        _ => null,
    };
}
