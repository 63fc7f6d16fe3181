using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Documents;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Testing;

namespace CompetencyPortal.Domain.Tests.Scenarios;

/// <summary>A worked example; its parts are told in the README beside it.</summary>
internal sealed class Scenario(JsonNode file)
{
    private static readonly string[] Parts = ["title", "story", "evidence", "standings"];

    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    public string Title => (string)file["title"]!;

    public string Story => (string)file["story"]!;

    /// <summary>What the standing must say, by date.</summary>
    public IReadOnlyList<(DateOnly AsOf, JsonNode Standing)> Expected =>
        [.. file["standings"]!.AsArray().Select(standing => (Given.Day((string)standing!["asOf"]!), standing!))];

    private static string Folder => Path.Combine(Checkout.Folder, "tests", "CompetencyPortal.Domain.Tests", "Scenarios");

    public static Scenario Read(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;
        Assert.Equal(Parts, file.AsObject().Select(part => part.Key));
        return new Scenario(file);
    }

    /// <summary>The standing document that the program writes for that day.</summary>
    public JsonNode StandingOn(DateOnly asOf)
    {
        using var document = JsonDocument.Parse(file["evidence"]!.ToJsonString());
        var errors = new DocumentErrors();
        var evidence = EvidenceDocument.Read(document.RootElement, BuiltInRulebook.Rulebook, errors);
        Assert.Empty(errors.All);

        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            StandingDocument.Write(json, evidence!.Evidence, asOf, Assessor.Assess(evidence.Evidence, BuiltInRulebook.Rulebook, asOf), explain: false);
        }

        return JsonNode.Parse(text.ToArray())!;
    }
}
