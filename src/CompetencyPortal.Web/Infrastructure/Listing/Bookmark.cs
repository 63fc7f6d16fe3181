using CompetencyPortal.Data.Listing;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>
/// Where in a sorted list a page begins: after a row, or before it, or at the list's end; none is its beginning. It names the
/// row by what it is sorted by and not by its number, so that the page stays where it is when others add rows or delete them.
/// In the address <c>at=after.key.value</c>, <c>at=before.key.value</c> or <c>at=end</c>.
/// </summary>
/// <param name="IsBackwards">Whether the page ends there, instead of beginning there.</param>
/// <param name="Row">The row beside it; null for the list's end.</param>
public sealed record Bookmark(bool IsBackwards, RowKey? Row)
{
    public const string Parameter = "at";

    public static readonly Bookmark End = new(IsBackwards: true, null);

    private const string EndText = "end";
    private const string BeforeText = "before";
    private const string AfterText = "after";

    public static Bookmark After(RowKey row) => new(IsBackwards: false, row);

    public static Bookmark Before(RowKey row) => new(IsBackwards: true, row);

    /// <summary>Reads a bookmark from an address; none is read as null. False if the text is no bookmark.</summary>
    public static bool TryParse(string? text, out Bookmark? bookmark)
    {
        bookmark = null;
        switch (text?.Split('.', 3))
        {
            case null or [""]:
                return true;
            case [EndText]:
                bookmark = End;
                return true;
            case [BeforeText or AfterText, var row, var value] when Guid.TryParseExact(row, "N", out var key):
                bookmark = new Bookmark(text.StartsWith(BeforeText, StringComparison.Ordinal), new RowKey(key, value));
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Row is null ? EndText : $"{(IsBackwards ? BeforeText : AfterText)}.{Row.Row:N}.{Row.Value}";
}
