using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Customers;

/// <summary>The list of customers.</summary>
public sealed class CustomersPage : WebPage, IHasAddress
{
    public static string Address => "/customers";

    /// <summary>The customers as they read, cell by cell: name, own code, associations, lines, and what an association would add where that is asked for.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Customers =>
        [.. Document.QuerySelectorAll("main tbody tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Select(Clean)])];

    /// <summary>Each customer with the associations of the as-of date.</summary>
    public IReadOnlyDictionary<string, string> Associations =>
        Document.QuerySelectorAll("main tbody tr").ToDictionary(row => Clean(row.Children[0]), row => Clean(row.Children[2]));
}
