using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Overview;

public sealed class ChangesPage : WebPage, IHasAddress
{
    public static string Address => "/changes";

    public string Lead => Text(".lead");

    /// <summary>What is said where there is nothing to compare, or nothing changed; null if there are changes.</summary>
    public string? Empty => Find(".empty h2") is { } empty ? Clean(empty) : null;

    /// <summary>The options of which anything changed.</summary>
    public IReadOnlyList<string> Options => [.. Document.QuerySelectorAll(".option h3 a").Select(Clean)];

    /// <summary>A tier's answers then and now.</summary>
    public IReadOnlyList<string> Answers(string option, string tier) => [.. Card(option, tier).QuerySelectorAll(".then-now .status").Select(Clean)];

    /// <summary>What a cause did to a tier; nothing if the cause is not named.</summary>
    public IReadOnlyList<string> Cause(string option, string tier, string cause) =>
        [.. Card(option, tier).QuerySelectorAll(".cause").Where(one => Clean(one.QuerySelector("h5")!) == cause).SelectMany(one => one.QuerySelectorAll("li")).Select(Clean)];

    /// <summary>What changed in the rules.</summary>
    public IReadOnlyList<string> Rules => [.. Document.QuerySelectorAll("section[aria-labelledby=rules] li").Select(Clean)];

    /// <summary>The groups of facts, each with its rows.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<string> Rows)> Facts =>
        [.. Document.QuerySelectorAll(".fact-group").Select(group => (Clean(group.QuerySelector("summary")!), (IReadOnlyList<string>)[.. group.QuerySelectorAll("li").Select(Clean)]))];

    private AngleSharp.Dom.IElement Card(string option, string tier) =>
        Document.QuerySelectorAll(".option").Single(one => Clean(one.QuerySelector("h3 a")!) == option)
            .QuerySelectorAll(".tier-card").Single(one => Clean(one.QuerySelector(".tier-name")!) == tier);
}
