using System.Text.Json;
using System.Text.Json.Nodes;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A spelling of a product: text by which a <see cref="ProductCatalog"/> can find it.</summary>
internal sealed class SpellingShape() : ValueShape<string?>(nullable: false)
{
    protected override string Expectation => "must be text with a letter or a digit.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out string? read) =>
        TextShape.TryReadText(value, out read) && ProductCatalog.Key(read!).Length > 0;

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "string", ["pattern"] = @"[\p{L}\p{Nd}]" };
}
