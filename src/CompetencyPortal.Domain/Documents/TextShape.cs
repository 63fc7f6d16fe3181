using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>Any text.</summary>
internal sealed class TextShape(bool nullable = false, bool mayBeBlank = true) : ValueShape<string?>(nullable)
{
    protected override string Expectation => mayBeBlank ? "must be text." : "must be text that is not blank.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out string? read) =>
        TryReadText(value, out read) && (mayBeBlank || !string.IsNullOrWhiteSpace(read));

    protected override JsonObject SchemaOf(JsonObject definitions) =>
        mayBeBlank ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["pattern"] = @"\S" };

    internal static bool TryReadText(JsonElement value, out string? read)
    {
        read = null;
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            read = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            // Bytes or escapes that are no Unicode text.
            return false;
        }
    }
}
