using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.People;

/// <summary>The list of people.</summary>
public sealed class PeoplePage : WebPage, IHasAddress
{
    public static string Address => "/people";

    /// <summary>The people as they read, cell by cell: name, what counts, what no longer does, first and last day, employment, what is nearly fitted, what leaving would cost.</summary>
    public IReadOnlyList<IReadOnlyList<string>> People =>
        [.. Document.QuerySelectorAll("main tbody tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Select(Clean)])];
}
