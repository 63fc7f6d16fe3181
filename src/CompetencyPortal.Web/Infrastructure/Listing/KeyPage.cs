using CompetencyPortal.Data.Listing;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>A page of a list that is paged through by key.</summary>
/// <param name="Rows">Its rows, in the list's order.</param>
/// <param name="HasPrevious">Whether there are rows before them.</param>
/// <param name="HasNext">Whether there are rows after them.</param>
public sealed record KeyPage<T>(IReadOnlyList<T> Rows, bool HasPrevious, bool HasNext)
{
    /// <summary>What the pager shows of it.</summary>
    /// <param name="total">How many rows the list has.</param>
    /// <param name="keyOf">A row as a bookmark holds it.</param>
    public KeyPager PagerOf(int total, Func<T, RowKey> keyOf) => new(
        Rows.Count,
        total,
        HasPrevious ? Bookmark.Before(keyOf(Rows[0])) : null,
        HasNext ? Bookmark.After(keyOf(Rows[^1])) : null);
}
