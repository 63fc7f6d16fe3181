using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Options;

public sealed class LinesPage : WebPage
{
    /// <summary>The sum of the step's lines, and how many they are.</summary>
    public string Sum => Text(".figure");

    public IReadOnlyList<string> Lines => [.. Document.QuerySelectorAll("main tbody tr").Select(Clean)];
}
