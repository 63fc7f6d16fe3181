namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>By which column a list is sorted; in the address <c>sort=name</c>, or <c>sort=-name</c> for the other way round.</summary>
public readonly record struct SortOrder(string Column, bool Descending)
{
    public const string Parameter = "sort";

    /// <summary>The order that <paramref name="asked"/> means; the first of <paramref name="columns"/> if it means none.</summary>
    public static SortOrder Of(string? asked, params ReadOnlySpan<string> columns)
    {
        var descending = asked?.StartsWith('-') is true;
        var column = descending ? asked![1..] : asked;
        return column is not null && columns.Contains(column) ? new SortOrder(column, descending) : new SortOrder(columns[0], Descending: false);
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => Descending ? "-" + Column : Column;

    public IOrderedEnumerable<T> Sort<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
}
