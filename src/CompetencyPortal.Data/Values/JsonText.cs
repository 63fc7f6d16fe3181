using System.Text.Json;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

/// <summary>Stores a value as JSON text.</summary>
internal sealed class JsonText<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
    where T : class
{
    private static string Write(T value) => JsonSerializer.Serialize(value, JsonTexts.Spelling);

    private static T Read(string text) => JsonSerializer.Deserialize<T>(text, JsonTexts.Spelling)!;
}
