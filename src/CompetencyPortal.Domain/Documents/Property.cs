using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A property that an object of a document has, or may have.</summary>
internal abstract class Property(string name, bool optional)
{
    public string Name { get; } = name;

    public bool IsOptional { get; } = optional;

    public abstract JsonNode Schema(JsonObject definitions);
}

/// <summary>A property whose value has a shape.</summary>
internal sealed class Property<T>(string name, ValueShape<T> shape, bool optional = false) : Property(name, optional)
{
    public ValueShape<T> Shape { get; } = shape;

    public override JsonNode Schema(JsonObject definitions) => Shape.Schema(definitions);
}
