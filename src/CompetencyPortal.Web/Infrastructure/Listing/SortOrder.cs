using System.Linq.Expressions;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>By which column a list is sorted; in the address <c>sort=name</c>, or <c>sort=-name</c> for the other way round.</summary>
public readonly record struct SortOrder(string Column, bool Descending)
{
    public const string Parameter = "sort";

    /// <summary>
    /// The order that <paramref name="asked"/> means; the first of <paramref name="columns"/> if it means none, descending where
    /// that is written with a minus.
    /// </summary>
    public static SortOrder Of(string? asked, params ReadOnlySpan<string> columns)
    {
        var first = Read(columns[0]);
        if (asked is null)
        {
            return first;
        }

        var order = Read(asked);
        return order.Column == first.Column || columns.Contains(order.Column) ? order : first;
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => Descending ? "-" + Column : Column;

    public IOrderedEnumerable<T> Sort<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);

    public IOrderedQueryable<T> Sort<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static SortOrder Read(string text) => text.StartsWith('-') ? new SortOrder(text[1..], Descending: true) : new SortOrder(text, Descending: false);
}
