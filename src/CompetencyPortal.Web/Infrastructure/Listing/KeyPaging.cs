using CompetencyPortal.Data.Listing;

namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>Opens the pages of a list that is paged through by key.</summary>
public static class KeyPaging
{
    /// <summary>
    /// The page that begins, or ends, at <paramref name="asked"/>. Where nothing is left there it is the list's last page, and
    /// where less than a page lies before it, the first: every page but the last is full.
    /// </summary>
    /// <param name="asked">The bookmark; null for the first page.</param>
    /// <param name="size">How many rows a page has.</param>
    /// <param name="read">Reads so many rows beyond a row, in the list's order or backwards.</param>
    public static async Task<KeyPage<T>> OpenAsync<T>(Bookmark? asked, int size, Func<RowKey?, bool, int, Task<List<T>>> read)
    {
        var isBackwards = asked is { IsBackwards: true };
        var rows = await read(asked?.Row, isBackwards, size + 1);
        if (asked?.Row is not null && (isBackwards ? rows.Count < size : rows.Count is 0))
        {
            return await OpenAsync(isBackwards ? null : Bookmark.End, size, read);
        }

        var isMore = rows.Count > size;
        if (isMore)
        {
            rows.RemoveAt(size);
        }

        if (isBackwards)
        {
            rows.Reverse();
        }

        return new KeyPage<T>(rows, isBackwards ? isMore : asked is not null, isBackwards ? asked!.Row is not null : isMore);
    }
}
