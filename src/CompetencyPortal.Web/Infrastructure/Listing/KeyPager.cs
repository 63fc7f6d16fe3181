namespace CompetencyPortal.Web.Infrastructure.Listing;

/// <summary>The way to the pages around one, as <c>_KeyPager</c> shows it.</summary>
/// <param name="Shown">How many rows the page has.</param>
/// <param name="Total">How many the list has.</param>
/// <param name="Previous">Where the page before it ends; null if it is the first.</param>
/// <param name="Next">Where the page after it begins; null if it is the last.</param>
public sealed record KeyPager(int Shown, int Total, Bookmark? Previous, Bookmark? Next);
