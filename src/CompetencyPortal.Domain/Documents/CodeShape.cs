using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A code of our own making: lower case, digits and hyphens.</summary>
internal sealed class CodeShape() : ValueShape<string?>(nullable: false)
{
    protected override string Expectation => "must be a code of lower-case letters, digits and hyphens, such as “net-new”.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out string? read) =>
        TextShape.TryReadText(value, out read) && read!.Length > 0 && read[0] != '-' && read.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9][a-z0-9-]*$" };
}
