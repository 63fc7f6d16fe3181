using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>An object of a shape, or null.</summary>
internal sealed class NullableObjectShape(ObjectShape shape) : ValueShape<DocumentObject?>(nullable: true)
{
    protected override string Expectation => "must be an object.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out DocumentObject? read)
    {
        read = value.ValueKind == JsonValueKind.Object ? shape.Read(value, path, errors) : null;
        return value.ValueKind == JsonValueKind.Object;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => (JsonObject)shape.Schema(definitions);
}
