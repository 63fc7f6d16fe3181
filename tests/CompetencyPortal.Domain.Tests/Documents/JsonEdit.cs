using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CompetencyPortal.Domain.Tests.Documents;

/// <summary>Changes one place of a JSON document, named by the path that its errors use: <c>people[3].credentials[0].code</c>.</summary>
internal static partial class JsonEdit
{
    /// <summary>Puts <paramref name="json"/> at the place, whether or not something stands there; null takes away what does.</summary>
    public static void Put(JsonNode root, string path, string? json)
    {
        var steps = Step().Matches(path).Select(step => step.Value.Trim('.', '[', ']')).ToArray();
        var parent = steps[..^1].Aggregate(root, (node, step) => (node is JsonArray list ? list[Index(step)] : node[step])!);
        switch (parent, json)
        {
            case (JsonArray list, null):
                list.RemoveAt(Index(steps[^1]));
                break;
            case (JsonArray list, _) when Index(steps[^1]) == list.Count:
                list.Add(JsonNode.Parse(json));
                break;
            case (JsonArray list, _):
                list[Index(steps[^1])] = JsonNode.Parse(json);
                break;
            case (_, null):
                Assert.True(parent.AsObject().Remove(steps[^1]));
                break;
            default:
                parent[steps[^1]] = JsonNode.Parse(json);
                break;
        }
    }

    /// <summary>Every place of the document below its root.</summary>
    public static IEnumerable<string> Places(JsonNode? node, string path = "") => node switch
    {
        JsonObject inner => inner.SelectMany(property => Below(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")),
        JsonArray list => list.SelectMany((item, index) => Below(item, $"{path}[{index}]")),
        _ => [],
    };

    private static IEnumerable<string> Below(JsonNode? node, string path) => Places(node, path).Prepend(path);

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[\d+\]|[^.\[\]]+")]
    private static partial Regex Step();
}
