using System.Linq.Expressions;
using System.Reflection;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>Finds rows by a part of a text, whatever its case.</summary>
public static class TextSearch
{
    private static readonly MethodInfo ToUpper = typeof(string).GetMethod(nameof(string.ToUpper), [])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>
    /// The rows whose <paramref name="text"/> has <paramref name="part"/> in it. Written as a tree of expressions, because it is
    /// the database that shifts the case: the way of comparing that both providers share.
    /// </summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> rows, Expression<Func<T, string>> text, string part)
    {
        var upper = part.ToUpperInvariant();
        Expression<Func<string>> parameter = () => upper;
        var found = Expression.Call(Expression.Call(text.Body, ToUpper), Contains, parameter.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(found, text.Parameters));
    }
}
