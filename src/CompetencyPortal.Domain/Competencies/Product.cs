using System.Collections.Immutable;

namespace CompetencyPortal.Domain.Competencies;

/// <summary>Something sold, whose revenue a threshold may count.</summary>
/// <param name="Code">The stable code that documents and thresholds use, in lower case with hyphens.</param>
/// <param name="Name">Its present name; a name, never translated.</param>
/// <param name="FormerNames">Names it had before; each is accepted wherever the product is typed or imported.</param>
public sealed record Product(ProductCode Code, string Name, ImmutableArray<string> FormerNames)
{
    /// <summary>Every spelling under which the product is found: its code, its name and its former names.</summary>
    public IEnumerable<string> Spellings => [Code.Value, Name, .. FormerNames];
}
