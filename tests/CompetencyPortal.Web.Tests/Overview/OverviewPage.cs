using AngleSharp.Dom;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Overview;

public sealed class OverviewPage : WebPage, IHasAddress
{
    public static string Address => "/";

    public string Lead => Text(".lead");

    public IReadOnlyList<string> Notes => [.. Document.QuerySelectorAll(".note").Select(Clean)];

    /// <summary>How current the view is, as terms and what is said of each.</summary>
    public IReadOnlyList<string> Stamp => [.. Document.QuerySelectorAll(".stamp :is(dt, dd)").Select(Clean)];

    public IElement? Empty => Find(".empty");

    /// <summary>What stands beside a competency's name: what is attained, or that it is not yet in force.</summary>
    public string Attained(string competency) => Clean(Head(competency).QuerySelector(".competency-head :not(h2)")!);

    /// <summary>What is said of a competency's revisions.</summary>
    public string Revision(string competency) => Clean(Head(competency).QuerySelector(".competency-head + p")!);

    public IReadOnlyList<string> Options => [.. Document.QuerySelectorAll(".option h3").Select(Clean)];

    /// <summary>A tier of an option: its standing, its progress line by line, and what is missing.</summary>
    public (string Standing, IReadOnlyList<string> Progress, string Gap) Tier(string option, string tier)
    {
        var card = Document.QuerySelectorAll(".option").Single(one => Clean(one.QuerySelector("h3")!) == option)
            .QuerySelectorAll(".tier-card").Single(one => Clean(one.QuerySelector(".tier-name")!) == tier);
        return (Clean(card.QuerySelector(".status")!), [.. card.QuerySelectorAll(".progress-list li").Select(Clean)], Clean(card.QuerySelector(".gap")!));
    }

    private IElement Head(string competency) =>
        Document.QuerySelectorAll(".competency").Single(section => Clean(section.QuerySelector("h2")!) == competency);
}
