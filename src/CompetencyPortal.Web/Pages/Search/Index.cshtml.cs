using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Search;

/// <summary>Finds people, customers, revenue lines, credentials, products and options from anywhere.</summary>
public sealed class IndexModel(Finder finder) : PageModel
{
    /// <summary>How many of each kind the page shows; the lists have all.</summary>
    private const int Shown = 10;

    private const int Suggested = 4;

    [FromQuery(Name = "q")]
    public string? Typed { get; set; }

    public SearchAsked Asked { get; private set; } = SearchAsked.Of(null);

    public ImmutableArray<SearchGroup> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Hits.Length);

    public Task OnGetAsync(CancellationToken cancellationToken) => FindAsync(Shown, cancellationToken);

    /// <summary>The first of what the page would show, while somebody types.</summary>
    public async Task<IActionResult> OnGetSuggestAsync(CancellationToken cancellationToken)
    {
        await FindAsync(Suggested, cancellationToken);
        return Partial("_Suggestions", this);
    }

    private async Task FindAsync(int most, CancellationToken cancellationToken)
    {
        Asked = SearchAsked.Of(Typed);
        Groups = Asked.IsAnswered ? await finder.FindAsync(Asked, most, Url, cancellationToken) : [];
    }
}
