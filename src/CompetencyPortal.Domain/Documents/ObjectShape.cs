using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>An object with exactly these properties; unknown, duplicate and missing ones are errors.</summary>
internal sealed class ObjectShape(string name, params Property[] properties) : ValueShape<DocumentObject?>(nullable: false)
{
    protected override string Expectation => $"must be an object with: {string.Join(", ", properties.Select(property => property.Name))}.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out DocumentObject? read)
    {
        read = null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var values = new Dictionary<string, JsonElement>(properties.Length, StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (NameOf(property) is not { } found)
            {
                errors.Add(path, "has a property whose name is not Unicode text; remove it.");
            }
            else if (!properties.Any(known => known.Name == found))
            {
                errors.Add(path.Property(found), $"is not a property here; remove it, or use one of: {string.Join(", ", properties.Select(known => known.Name))}.");
            }
            else if (!values.TryAdd(found, property.Value))
            {
                errors.Add(path.Property(found), "stands twice in one object; keep one of the two.");
            }
        }

        read = new DocumentObject(values, path, errors);
        return true;
    }

    protected override JsonObject SchemaOf(JsonObject definitions)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = null;
            var described = new JsonObject();
            foreach (var property in properties)
            {
                described[property.Name] = property.Schema(definitions);
            }

            definitions[name] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = described,
                ["required"] = new JsonArray([.. properties.Where(property => !property.IsOptional).Select(property => (JsonNode)property.Name)]),
                ["additionalProperties"] = false,
            };
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
