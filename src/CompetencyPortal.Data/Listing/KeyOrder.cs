using System.Linq.Expressions;

namespace CompetencyPortal.Data.Listing;

/// <summary>
/// An order in which a table's rows can be paged through by key: by one column, and rows that have the same value in it by
/// their own keys. A page is found through an index on both, however deep in the list it lies; nothing is counted off.
/// </summary>
public abstract class KeyOrder<TRow>
{
    /// <summary>Whether the value of <paramref name="row"/> is one of the column.</summary>
    public abstract bool CanRead(RowKey? row);

    /// <summary>All rows in this order.</summary>
    public abstract IQueryable<TRow> Sort(IQueryable<TRow> rows);

    /// <summary>
    /// The first <paramref name="count"/> rows after <paramref name="from"/>, or of all if it is null; where
    /// <paramref name="isBackwards"/> is set, in the opposite order.
    /// </summary>
    /// <exception cref="FormatException"><see cref="CanRead"/> is false for <paramref name="from"/>.</exception>
    public abstract IQueryable<TRow> Take(IQueryable<TRow> rows, RowKey? from, bool isBackwards, int count);
}

/// <inheritdoc/>
/// <param name="value">The column.</param>
/// <param name="key">The row's own key.</param>
/// <param name="read">How the column's values are read from an address.</param>
/// <param name="isDescending">Whether the greatest value comes first; of equals, the greatest key.</param>
public sealed class KeyOrder<TRow, TValue>(
    Expression<Func<TRow, TValue>> value, Expression<Func<TRow, Guid>> key, KeyReader<TValue> read, bool isDescending) : KeyOrder<TRow>
{
    public override bool CanRead(RowKey? row) => row is null || read(row.Value, out _);

    public override IQueryable<TRow> Sort(IQueryable<TRow> rows) => Sort(rows, isDescending);

    public override IQueryable<TRow> Take(IQueryable<TRow> rows, RowKey? from, bool isBackwards, int count)
    {
        var descending = isDescending != isBackwards;
        if (from is null)
        {
            return Sort(rows, descending).Take(count);
        }

        if (!read(from.Value, out var last))
        {
            throw new FormatException($"“{from.Value}” is no value of the column that the list is sorted by.");
        }

        // Two ranges of one index, each read from its beginning: a database that is given both as one condition with an "or"
        // reads everything before them too.
        var tied = rows.Where(Is(value, ExpressionType.Equal, last)).Where(Beyond(key, from.Row, descending));
        var rest = rows.Where(Beyond(value, last, descending));
        return Sort(Sort(tied, descending).Take(count).Concat(Sort(rest, descending).Take(count)), descending).Take(count);
    }

    private IOrderedQueryable<TRow> Sort(IQueryable<TRow> rows, bool descending) => descending
        ? rows.OrderByDescending(value).ThenByDescending(key)
        : rows.OrderBy(value).ThenBy(key);

    private static Expression<Func<TRow, bool>> Beyond<TKey>(Expression<Func<TRow, TKey>> column, TKey last, bool descending) =>
        Is(column, descending ? ExpressionType.LessThan : ExpressionType.GreaterThan, last);

    private static Expression<Func<TRow, bool>> Is<TKey>(Expression<Func<TRow, TKey>> column, ExpressionType comparison, TKey other)
    {
        Expression<Func<TKey>> parameter = () => other;
        var comparer = new Func<TKey, TKey, bool>(Compares.InDatabase).Method;
        return Expression.Lambda<Func<TRow, bool>>(Expression.MakeBinary(comparison, column.Body, parameter.Body, liftToNull: false, comparer), column.Parameters);
    }

    /// <summary>C# has no greater and less of texts and of keys; the database has, and they must be the ones that it sorts by.</summary>
    private static class Compares
    {
        public static bool InDatabase<TKey>(TKey one, TKey other) =>
            throw new NotSupportedException($"Only a database compares {one} and {other} here.");
    }
}
