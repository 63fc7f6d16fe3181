namespace CompetencyPortal.Web.Infrastructure;

/// <summary>The places that stand in the header, by role.</summary>
/// <param name="Page">The page.</param>
/// <param name="Text">The key of the shared text that names it.</param>
public sealed record Navigation(string Page, string Text)
{
    public static readonly IReadOnlyList<Navigation> Partner =
    [
        new("/Overview/Index", "Navigation.Overview"),
        new("/Revenue/Index", "Navigation.Revenue"),
        new("/Customers/Index", "Navigation.Customers"),
        new("/People/Index", "Navigation.People"),
    ];

    public static readonly IReadOnlyList<Navigation> Staff =
    [
        new("/Program/Index", "Navigation.Programme"),
        new("/Program/Markets/Index", "Navigation.Markets"),
        new("/Program/Pages/Index", "Navigation.Disagreements"),
    ];

    public static IReadOnlyList<Navigation> Of(CurrentUser user) => user.IsPartner ? Partner : user.IsStaff ? Staff : [];
}
