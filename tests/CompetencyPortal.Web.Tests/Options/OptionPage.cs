using AngleSharp.Dom;

using CompetencyPortal.Web.Tests.Hosting;

namespace CompetencyPortal.Web.Tests.Options;

public sealed class OptionPage : WebPage
{
    public const string CustomerEngagement = "/options/cloud-business-applications/enterprise-customer-engagement";
    public const string Operations = "/options/cloud-business-applications/enterprise-operations";
    public const string CrmReseller = "/options/cloud-customer-relationship-management/cloud-crm-reseller";

    public string Attained => Text(".attained");

    public IReadOnlyList<string> Notes => [.. Document.QuerySelectorAll(".note").Select(Clean)];

    /// <summary>What stands in place of an answer; null if there is one.</summary>
    public string? Absence => Find(".empty") is { } empty ? Clean(empty) : null;

    /// <summary>What a tier lacks, in a sentence.</summary>
    public string Gap(string tier) => Clean(Document.QuerySelectorAll(".tier-summary").Single(one => IsOf(one, tier)).QuerySelector("p")!);

    /// <summary>Everything said of a tier in a section: its thresholds, or its people.</summary>
    public IElement Finding(string section, string tier) =>
        Document.QuerySelectorAll("main > section").Single(one => one.QuerySelector("h2") is { } title && Clean(title) == section)
            .QuerySelectorAll("article").Single(one => IsOf(one, tier));

    /// <inheritdoc cref="Finding"/>
    public string FindingText(string section, string tier) => Clean(Finding(section, tier));

    /// <summary>The sentence that says what a tier asks for, with the parts that it announces.</summary>
    public IReadOnlyList<string> Asks(string section, string tier)
    {
        var sentence = Finding(section, tier).QuerySelector("h3 + p")!;
        var parts = sentence.NextElementSibling is { LocalName: "ul" } list ? list.QuerySelectorAll("li").Select(Clean) : [];
        return [Clean(sentence), .. parts];
    }

    /// <summary>What is true of every sale that counts.</summary>
    public IReadOnlyList<string> Conditions(string section) => [.. Section(section).QuerySelectorAll(".rule > ul > li").Select(Clean)];

    /// <summary>The steps of a waterfall, each with its lines and amount.</summary>
    public IReadOnlyList<string> Steps(string section) => [.. Section(section).QuerySelectorAll(".step-row").Select(Clean)];

    /// <summary>What counts by each reading of an open sentence, and how the tiers stand by it.</summary>
    public IReadOnlyList<string> Readings(string section) => [.. Section(section).QuerySelectorAll(".readings tbody tr").Select(Clean)];

    /// <summary>The lines shown behind a step, each with what is said on it.</summary>
    public IReadOnlyList<string> Lines(string section, string step) =>
        [.. Section(section).QuerySelectorAll(".step").Single(one => Clean(one.QuerySelector(".step-label")!).StartsWith(step, StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").Select(Clean)];

    /// <summary>Who fills the places, empty ones included.</summary>
    public IReadOnlyList<string> Places(string tier) => [.. Finding("People", tier).QuerySelectorAll(".seat").Select(Clean)];

    /// <summary>The revisions of the competency, the latest first.</summary>
    public IReadOnlyList<string> Revisions => [.. Document.QuerySelectorAll("#revisions tbody tr").Select(Clean)];

    private IElement Section(string title) =>
        Document.QuerySelectorAll("main > section").Single(one => one.QuerySelector("h2") is { } heading && Clean(heading) == title);

    private static bool IsOf(IElement element, string tier) => Clean(element.QuerySelector(".tier-name")!) == tier;
}
