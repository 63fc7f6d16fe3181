namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The places that stand in the header, by role.</summary>
/// <param name="Page">The page.</param>
/// <param name="Text">The key of the shared text that names it.</param>
public sealed record Navigation(string Page, string Text)
{
    internal static readonly IReadOnlyList<Navigation> Partner =
    [
        new("/Overview/Index", "Navigation.Overview"),
        new("/Revenue/Index", "Navigation.Revenue"),
        new("/Customers/Index", "Navigation.Customers"),
        new("/People/Index", "Navigation.People"),
        new("/Organisation/Index", "Navigation.Organisation"),
    ];

    internal static readonly IReadOnlyList<Navigation> Staff =
    [
        new("/Program/Index", "Navigation.Programme"),
        new("/Program/Markets/Index", "Navigation.Markets"),
        new("/Program/Pages/Index", "Navigation.Disagreements"),
        new("/Program/Partners/Index", "Navigation.Partners"),
        new("/Program/Staff/Index", "Navigation.Staff"),
    ];

    private string Folder => Page[..(Page.LastIndexOf('/') + 1)];

    public static IReadOnlyList<Navigation> Of(CurrentUser user) => user.IsPartner ? Partner : user.IsStaff ? Staff : [];

    /// <summary>The <c>aria-current</c> of this place while the reader is on <paramref name="here"/>: the page itself, or one below it.</summary>
    public string? CurrentOn(string? here, IReadOnlyList<Navigation> places)
    {
        if (here == Page)
        {
            return "page";
        }

        var nearest = places.Where(place => here?.StartsWith(place.Folder, StringComparison.Ordinal) is true).MaxBy(place => place.Folder.Length);
        return nearest == this ? "true" : null;
    }
}
