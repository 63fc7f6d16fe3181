using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Documents;

/// <summary>A day, written <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateShape(bool nullable = false) : ValueShape<DateOnly?>(nullable)
{
    protected override string Expectation => "must be a date of the calendar, written yyyy-MM-dd.";

    protected override bool TryRead(JsonElement value, DocumentPath path, DocumentErrors errors, out DateOnly? read)
    {
        var valid = TextShape.TryReadText(value, out var text) & DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        read = valid ? date : null;
        return valid;
    }

    protected override JsonObject SchemaOf(JsonObject definitions) => new() { ["type"] = "string", ["format"] = "date" };
}
