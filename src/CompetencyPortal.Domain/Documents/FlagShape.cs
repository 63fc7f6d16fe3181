using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>True or false.</summary>
internal sealed class FlagShape() : ValueShape<bool?>(nullable: false)
{
    protected override string Expectation => "must be true or false.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out bool? read)
    {
        read = value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "boolean" };
}
