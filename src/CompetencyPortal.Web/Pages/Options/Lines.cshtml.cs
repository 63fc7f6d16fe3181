using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>All lines behind one step of a threshold's waterfall, for a reader with leave to see amounts.</summary>
public sealed class LinesModel(RulebookInForce rules, OwnFacts ownFacts, LineText texts, AsOf asOf, CurrentUser reader) : PageModel
{
    [FromRoute]
    public required string Competency { get; init; }

    [FromRoute]
    public required string Option { get; init; }

    [FromRoute]
    public required string Threshold { get; init; }

    [FromRoute]
    public required string Step { get; init; }

    public LinesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Paging.Parameter)] int? number, CancellationToken cancellationToken)
    {
        if (!reader.MaySeeAmounts)
        {
            return Forbid();
        }

        if (await LoadAsync(cancellationToken) is not { } lines)
        {
            return NotFound();
        }

        View = LinesView.Of(lines, number);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken)
    {
        if (!reader.MaySeeAmounts)
        {
            return Forbid();
        }

        if (await LoadAsync(cancellationToken) is not { } lines)
        {
            return NotFound();
        }

        return new CsvResult(
            $"{Option}-{Threshold}-{Step}-{asOf.Iso}",
            ["date", "customer", "product", "netNew", "amount", "counts", "reason"],
            lines.All.ToAsyncEnumerable().Select(line => new object?[] { line.Date, line.Customer, line.Product, line.NetNew, line.Amount, line.Counts, line.Reason }));
    }

    private async Task<LinesBehind?> LoadAsync(CancellationToken cancellationToken)
    {
        var rulebook = await rules.GetAsync(cancellationToken);
        if (!WaterfallStepName.TryParse(Step, out var outcome)
            || rulebook.Competency(Competency)?.History.InForceOn(asOf.Date) is not { } revision
            || revision.Option(Option)?.Thresholds.Any(one => one.Id == Threshold) is not true)
        {
            return null;
        }

        var facts = await ownFacts.LoadAsync(rulebook, cancellationToken);
        var standing = Assessor.Assess(facts.Evidence, revision, asOf.Date).Single(one => one.Option.Code == Option);
        var finding = standing.Tiers.SelectMany(tier => tier.Revenue).First(one => one.Threshold.Id == Threshold);
        return new LinesBehind(standing.Option.Name, finding, outcome, LineView.Of(finding, facts.RevenueIds, outcome, rulebook.Products, texts));
    }
}
