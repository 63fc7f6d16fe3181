using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>States the shape of a document as JSON Schema (draft 2020-12).</summary>
internal static class DocumentSchema
{
    public static JsonObject Of(string title, ObjectShape shape)
    {
        var definitions = new JsonObject();
        var one = shape.Schema(definitions);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["anyOf"] = new JsonArray(one, new JsonObject { ["type"] = "array", ["items"] = one.DeepClone() }),
            ["$defs"] = definitions,
        };
    }
}
