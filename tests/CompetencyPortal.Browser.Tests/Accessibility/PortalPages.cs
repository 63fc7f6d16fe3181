using System.Text.RegularExpressions;

using CompetencyPortal.Browser.Tests.Hosting;

namespace CompetencyPortal.Browser.Tests.Accessibility;

/// <summary>Finds the portal's pages by following its links, one address of each kind.</summary>
internal static partial class PortalPages
{
    /// <summary>Every kind of page that can be reached; an address's ids, dates and codes make no kind of their own.</summary>
    /// <param name="visit">Whose tab follows the links.</param>
    /// <param name="starts">Where it begins: the house's door, and what no link leads to.</param>
    /// <param name="look">What to do on each page before going on; null for nothing.</param>
    public static async Task<IReadOnlyList<string>> ReachAsync(Visit visit, IReadOnlyList<string> starts, Func<string, Task>? look = null)
    {
        var found = starts.ToDictionary(KindOf, start => start);
        var next = new Queue<string>(starts);
        while (next.TryDequeue(out var address))
        {
            await visit.OpenAsync(address);
            if (look is not null)
            {
                await look(address);
            }

            foreach (var link in await visit.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"))
            {
                if (!IsDownload(link) && found.TryAdd(KindOf(link), link))
                {
                    next.Enqueue(link);
                }
            }
        }

        return [.. found.Values];
    }

    private static bool IsDownload(string address) =>
        address.Contains("handler=", StringComparison.OrdinalIgnoreCase) || address.Contains("export", StringComparison.OrdinalIgnoreCase)
        || address.Contains("csv", StringComparison.OrdinalIgnoreCase) || address.Contains("document", StringComparison.OrdinalIgnoreCase);

    private static string KindOf(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return Varying().Replace(query < 0 ? address : address[..query], "/*");
    }

    // Ids, days, country codes, and the codes below options, steps and competencies.
    [GeneratedRegex("/([0-9a-f]{8}-[0-9a-f-]{27}|\\d{4}-\\d\\d-\\d\\d|[A-Z]{2}|[a-z0-9]+-[a-z0-9-]+|counted|product|entered|window|association|total|[A-Z]?\\d{4,})(?=/|$)")]
    private static partial Regex Varying();
}
