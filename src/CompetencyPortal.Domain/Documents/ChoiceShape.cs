using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>One of the names of an enumeration, in camel case.</summary>
internal sealed class ChoiceShape<TEnum>(bool nullable = false) : ValueShape<TEnum?>(nullable)
    where TEnum : struct, Enum
{
    protected override string Expectation => $"must be one of: {string.Join(", ", Names.Keys)}.";

    private static OrderedDictionary<string, TEnum> Names { get; } = new(Enum.GetValues<TEnum>().Select(value => KeyValuePair.Create(NameOf(value), value)));

    public static string NameOf(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out TEnum? read)
    {
        read = TextShape.TryReadText(value, out var name) && Names.TryGetValue(name!, out var choice) ? choice : null;
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["enum"] = new JsonArray([.. Names.Keys.Select(name => (JsonNode)name)]) };
}
