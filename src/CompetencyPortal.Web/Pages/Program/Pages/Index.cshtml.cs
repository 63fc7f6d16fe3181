using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;

namespace CompetencyPortal.Web.Pages.Program.Pages;

/// <summary>The register of disagreements between requirement pages and the rule.</summary>
public sealed class IndexModel(DisagreementText disagreements, EnumText words) : ListModel
{
    private static readonly Domain.Revisions.Rulebook Rulebook = BuiltInRulebook.Rulebook;

    [FromQuery(Name = "competency")]
    public string? Competency { get; set; }

    /// <summary>The language of the page, as its locale.</summary>
    [FromQuery(Name = "locale")]
    public string? Locale { get; set; }

    [FromQuery(Name = "kind")]
    public DisagreementKind? Kind { get; set; }

    /// <summary>Whether only those are shown that would judge differently.</summary>
    [FromQuery(Name = "different")]
    public bool Different { get; set; }

    public ViewModel View { get; private set; } = null!;

    public bool IsFiltered => Search is not null || !string.IsNullOrEmpty(Competency) || !string.IsNullOrEmpty(Locale) || Kind is not null || Different;

    private SortOrder Order => SortOrder.Of(SortAsked, "version", "locale", "competency", "kind");

    public void OnGet()
    {
        var rows = Load();
        var paging = Paging.In(rows.Count, PageAsked);
        View = new ViewModel(
            Order,
            paging,
            [.. paging.Of(rows)],
            [.. PageDisagreements.BuiltIn.Select(row => row.Page.Locale).Distinct().Order(StringComparer.Ordinal)],
            [.. PageDisagreements.BuiltIn.Select(row => row.Kind).Distinct().OrderBy(kind => words[kind], StringComparer.CurrentCulture)],
            Rulebook.Competencies);
    }

    public CsvResult OnGetExport() => new(
        "disagreements",
        ["locale", "competency", "version", "kind", "option", "tier", "market", "threshold", "credentials", "says", "rule", "ruledByCompetency", "ruledByVersion", "judgesDifferently", "sentence"],
        Load().Select(row => Fields(row.Disagreement, row.Sentence)).ToAsyncEnumerable());

    private static IReadOnlyList<object?> Fields(PageDisagreement row, string sentence) =>
    [
        row.Page.Locale, row.Page.Competency, row.Page.Version, Code(row.Kind), row.Option, Code(row.Tier), Code(row.Market), row.Threshold,
        string.Join(' ', row.Credentials), Value(row.Says), Value(row.Rule), row.RuledBy.Competency, row.RuledBy.Version, row.JudgesDifferently, sentence,
    ];

    private List<Row> Load()
    {
        var rows = PageDisagreements.BuiltIn.Where(Admits)
            .Select(row => new Row(row, CompetencyName(row.Page), string.Join(" · ", disagreements.Place(row, Rulebook)), disagreements.Of(row)))
            .Where(row => Search is null || row.Text.Contains(Search, StringComparison.CurrentCultureIgnoreCase));
        return [.. Order.Column switch
        {
            "locale" => Order.Sort(rows, row => row.Disagreement.Page.Locale, StringComparer.Ordinal),
            "competency" => Order.Sort(rows, row => row.Competency, StringComparer.CurrentCulture),
            "kind" => Order.Sort(rows, row => words[row.Disagreement.Kind], StringComparer.CurrentCulture),
            _ => Order.Sort(rows, row => row.Disagreement.Page.Version),
        }];
    }

    private bool Admits(PageDisagreement row) =>
        (string.IsNullOrEmpty(Competency) || row.Page.Competency == Competency)
        && (string.IsNullOrEmpty(Locale) || row.Page.Locale == Locale)
        && (Kind is not { } kind || row.Kind == kind)
        && (!Different || row.JudgesDifferently);

    private static string CompetencyName(RequirementPage page) => Rulebook.Competency(page.Competency)?.Name ?? page.Competency;

    private static string? Code(Enum? value) => value?.ToString().ToLowerInvariant();

    private static object? Value(StatedValue? value) => value switch
    {
        StatedValue.Amount amount => amount.Dollars,
        StatedValue.People people => people.Count,
        StatedValue.Credential credential => credential.Code.Value,
        StatedValue.Day day => day.Date,
        StatedValue.Name name => name.Text,
        _ => null,
    };

    public sealed record ViewModel(
        SortOrder Order, Paging Paging, IReadOnlyList<Row> Rows, IReadOnlyList<string> Locales, IReadOnlyList<DisagreementKind> Kinds,
        IReadOnlyList<Domain.Competencies.Competency> Competencies);

    /// <param name="Disagreement">The entry of the register.</param>
    /// <param name="Competency">The name of the page's competency.</param>
    /// <param name="Place">Which part of the requirements it is about.</param>
    /// <param name="Sentence">What the page says and what the rule is.</param>
    public sealed record Row(PageDisagreement Disagreement, string Competency, string Place, string Sentence)
    {
        /// <summary>All that is said, to be searched.</summary>
        public string Text => $"{Competency} {Place} {Sentence}";

        /// <summary>Whether another text than the English one of the same version is the rule.</summary>
        public bool IsRuledElsewhere => Disagreement.RuledBy != Disagreement.Page.InEnglish();
    }
}
