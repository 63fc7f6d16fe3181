using System.Collections.Immutable;

namespace CompetencyPortal.Web.Pages.Search;

/// <summary>What was found of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Hits">The first of what was found; at least one.</param>
/// <param name="All">The address of the list that has all of it; null where all of it is here.</param>
public sealed record SearchGroup(SearchKind Kind, ImmutableArray<SearchGroup.Hit> Hits, string? All)
{
    /// <param name="Text">What it is called.</param>
    /// <param name="Detail">What else tells it from others; null if nothing.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="IsName">Whether it is a name in English, whatever the reader's language.</param>
    public sealed record Hit(string Text, string? Detail, string Address, bool IsName = false);
}
