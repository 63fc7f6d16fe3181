using System.Text;

namespace CompetencyPortal.Data.Imports.Checking;

/// <summary>
/// Finds rows by a name. Who has exactly that name is meant; if nobody has, who has it but for case, width and blanks.
/// </summary>
internal sealed class NameIndex<T>
{
    private readonly Dictionary<string, List<(string Name, T Row)>> _byKey = new(StringComparer.Ordinal);

    public void Add(string name, T row)
    {
        var key = KeyOf(name);
        if (!_byKey.TryGetValue(key, out var rows))
        {
            _byKey[key] = rows = new List<(string, T)>(1);
        }

        rows.Add((name, row));
    }

    /// <summary>Those that may be meant: one if it is clear, none, or several.</summary>
    public IReadOnlyList<T> Find(string name, Func<T, bool>? among = null)
    {
        if (!_byKey.TryGetValue(KeyOf(name), out var rows))
        {
            return [];
        }

        var alike = rows.Where(one => among is null || among(one.Row)).ToList();
        var exact = alike.Where(one => one.Name == name).ToList();
        return [.. (exact.Count > 0 ? exact : alike).Select(one => one.Row)];
    }

    /// <summary>What names have in common that differ in case, width and blanks only.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
