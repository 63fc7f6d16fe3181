using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Program.Pages;

/// <summary>The register of disagreements between requirement pages and the rule.</summary>
public sealed class IndexModel(DisagreementText disagreements, EnumText words) : PageModel
{
    private static readonly Rulebook Rulebook = BuiltInRulebook.Rulebook;

    [BindProperty(SupportsGet = true)]
    public FilterModel Filter { get; set; } = new();

    public ViewModel View { get; private set; } = null!;

    public void OnGet(int? p)
    {
        var (order, rows) = Load();
        var paging = Paging.In(rows.Count, p);
        View = new ViewModel(
            order,
            paging,
            [.. paging.Of(rows).Select(row => new Row(row, CompetencyName(row.Page), string.Join(" · ", disagreements.Place(row, Rulebook)), disagreements.Of(row)))],
            [.. PageDisagreements.BuiltIn.Select(row => row.Page.Locale).Distinct().Order(StringComparer.Ordinal)],
            [.. PageDisagreements.BuiltIn.Select(row => row.Kind).Distinct().OrderBy(kind => words[kind], StringComparer.CurrentCulture)],
            Rulebook.Competencies);
    }

    public CsvResult OnGetCsv() => new(
        "disagreements",
        ["locale", "competency", "version", "kind", "option", "tier", "market", "threshold", "credentials", "says", "rule", "ruledByCompetency", "ruledByVersion", "judgesDifferently", "sentence"],
        Load().Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Page.Locale, row.Page.Competency, row.Page.Version, Code(row.Kind), row.Option, Code(row.Tier), Code(row.Market), row.Threshold,
            string.Join(' ', row.Credentials), Value(row.Says), Value(row.Rule), row.RuledBy.Competency, row.RuledBy.Version, row.JudgesDifferently, disagreements.Of(row),
        ]).ToAsyncEnumerable());

    private (SortOrder Order, List<PageDisagreement> Rows) Load()
    {
        var order = SortOrder.Of(Request.Query[SortOrder.Parameter], "version", "locale", "competency", "kind");
        var rows = PageDisagreements.BuiltIn.Where(Filter.Admits);
        return (order, [.. order.Column switch
        {
            "locale" => order.Sort(rows, row => row.Page.Locale, StringComparer.Ordinal),
            "competency" => order.Sort(rows, row => CompetencyName(row.Page), StringComparer.CurrentCulture),
            "kind" => order.Sort(rows, row => words[row.Kind], StringComparer.CurrentCulture),
            _ => order.Sort(rows, row => row.Page.Version),
        }]);
    }

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

    public sealed class FilterModel
    {
        public string? Competency { get; set; }

        public string? Locale { get; set; }

        public DisagreementKind? Kind { get; set; }

        public bool JudgesDifferently { get; set; }

        internal bool Admits(PageDisagreement row) =>
            (string.IsNullOrEmpty(Competency) || row.Page.Competency == Competency)
            && (string.IsNullOrEmpty(Locale) || row.Page.Locale == Locale)
            && (Kind is not { } kind || row.Kind == kind)
            && (!JudgesDifferently || row.JudgesDifferently);
    }

    public sealed record ViewModel(
        SortOrder Order, Paging Paging, IReadOnlyList<Row> Rows, IReadOnlyList<string> Locales, IReadOnlyList<DisagreementKind> Kinds,
        IReadOnlyList<Domain.Competencies.Competency> Competencies);

    /// <param name="Disagreement">The entry of the register.</param>
    /// <param name="Competency">The name of the page's competency.</param>
    /// <param name="Place">Which part of the requirements it is about.</param>
    /// <param name="Sentence">What the page says and what the rule is.</param>
    public sealed record Row(PageDisagreement Disagreement, string Competency, string Place, string Sentence)
    {
        /// <summary>Whether another text than the English one of the same version is the rule.</summary>
        public bool IsRuledElsewhere => Disagreement.RuledBy != Disagreement.Page.InEnglish();
    }
}
