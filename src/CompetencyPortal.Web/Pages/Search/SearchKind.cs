namespace CompetencyPortal.Web.Pages.Search;

/// <summary>The kinds of things that can be found.</summary>
public enum SearchKind
{
    People,
    Customers,
    RevenueLines,
    Credentials,
    Products,
    Options,
}
