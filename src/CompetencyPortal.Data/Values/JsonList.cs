using System.Collections.Immutable;
using System.Text.Json;

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Values;

/// <summary>Stores a list as JSON text; an empty one as nothing at all, since most rows have one.</summary>
internal sealed class JsonList<T>() : ValueConverter<ImmutableArray<T>, string>(list => Write(list), text => Read(text))
{
    private static string Write(ImmutableArray<T> list) => list.IsDefaultOrEmpty ? "" : JsonSerializer.Serialize(list, JsonTexts.Spelling);

    private static ImmutableArray<T> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<ImmutableArray<T>>(text, JsonTexts.Spelling);
}
