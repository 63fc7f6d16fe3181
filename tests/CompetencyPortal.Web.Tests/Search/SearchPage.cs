using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Search;

public sealed class SearchPage : WebPage, IHasAddress
{
    public static string Address => "/search";

    /// <summary>What was found of a kind, each hit with what tells it from others; nothing if nothing was.</summary>
    public IReadOnlyList<string> Found(string kind) =>
        [.. Document.QuerySelectorAll(".found").Where(section => Clean(section.QuerySelector("h2")!) == kind).SelectMany(section => section.QuerySelectorAll("li")).Select(Clean)];

    /// <summary>The kinds of which anything was found.</summary>
    public IReadOnlyList<string> Kinds => [.. Document.QuerySelectorAll(".found h2").Select(Clean)];

    public string Says => Text("main [role=status]");
}
