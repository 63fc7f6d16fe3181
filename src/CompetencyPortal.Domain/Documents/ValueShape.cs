using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>
/// What a JSON value of a document must be. One shape both reads values and states the JSON Schema, so that the two cannot differ.
/// </summary>
/// <typeparam name="T">What is read: a type that can be null, or a list.</typeparam>
internal abstract class ValueShape<T>(bool nullable)
{
    /// <summary>The value; null, or an empty list, where it is null or wrong. What is wrong is added to <paramref name="errors"/>.</summary>
    public T Read(JsonElement value, DocumentPath path, DocumentErrors errors)
    {
        if (value.ValueKind == JsonValueKind.Null && nullable)
        {
            return Absent;
        }

        if (TryRead(value, path, errors, out var read))
        {
            return read;
        }

        errors.Add(path, Expectation + (nullable ? " It may be null." : ""));
        return Absent;
    }

    /// <summary>What stands for a value that is null, missing or wrong.</summary>
    public virtual T Absent => default!;

    /// <summary>The schema of the value.</summary>
    public JsonNode Schema(JsonObject definitions)
    {
        var schema = SchemaOf(definitions);
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) } : schema;
    }

    /// <summary>A sentence that says what the value must be.</summary>
    protected abstract string Expectation { get; }

    /// <summary>Reads the value; false if it is not of this shape at all. Errors further inside are added, and the value still counts as read.</summary>
    protected abstract bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out T read);

    /// <summary>The schema of the value where it is not null.</summary>
    protected abstract JsonObject SchemaOf(JsonObject definitions);
}
