namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>Where in a list the reader is; what <c>_Pager</c> shows.</summary>
/// <param name="Number">The page, counted from 1.</param>
/// <param name="Total">How many rows the list has on all its pages.</param>
public sealed record Paging(int Number, int Total)
{
    /// <summary>The parameter of the address that holds the number; Razor Pages keeps <c>page</c> to itself.</summary>
    public const string Parameter = "p";

    public const int Size = 50;

    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public int FirstRow => Total is 0 ? 0 : (Number - 1) * Size + 1;

    public int LastRow => Math.Min(Number * Size, Total);

    /// <summary>The place that <paramref name="asked"/> means in a list of <paramref name="total"/> rows: the nearest page that exists.</summary>
    public static Paging In(int total, int? asked)
    {
        var first = new Paging(1, total);
        return first with { Number = Math.Clamp(asked ?? 1, 1, first.Last) };
    }

    /// <summary>The rows of this page.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> all) => all.Skip((Number - 1) * Size).Take(Size);

    /// <inheritdoc cref="Of{T}(IEnumerable{T})"/>
    public IQueryable<T> Of<T>(IQueryable<T> all) => all.Skip((Number - 1) * Size).Take(Size);
}
