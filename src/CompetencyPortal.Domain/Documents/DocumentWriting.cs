using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Documents;

/// <summary>How documents are written: indented, with days as <c>yyyy-MM-dd</c> and amounts with two decimals.</summary>
public static class DocumentWriting
{
    /// <summary>The options of every writer.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal static void WriteAmount(this Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } stated)
        {
            json.WriteNumber(name, Money.WithCents(stated));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    internal static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
