using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A whole number from 1 to a greatest.</summary>
internal sealed class CountShape(int most) : ValueShape<int?>(nullable: false)
{
    protected override string Expectation => string.Create(CultureInfo.InvariantCulture, $"must be a whole number from 1 to {most}.");

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out int? read)
    {
        read = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= most ? number : null;
        return read is not null;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = most };
}
