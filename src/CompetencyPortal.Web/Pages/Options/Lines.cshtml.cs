using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>All lines behind one step of a threshold's waterfall, for a reader with leave to see amounts.</summary>
public sealed class LinesModel(OwnFacts ownFacts, LineText texts, AsOf asOf, CurrentUser reader) : PageModel
{
    [FromRoute]
    public required string Competency { get; init; }

    [FromRoute]
    public required string Option { get; init; }

    [FromRoute]
    public required string Threshold { get; init; }

    [FromRoute]
    public required string Step { get; init; }

    /// <summary>The reading of an open sentence by which lines count; null for the readings that judge.</summary>
    [FromQuery(Name = "reading")]
    public ReadingChoice? Reading { get; init; }

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
        // By another reading it can be asked only what counts: the reasons are those of the readings that judge.
        if (!ModelState.IsValid || !WaterfallStepName.TryParse(Step, out var outcome) || (Reading is not null && outcome is not LineOutcome.Counted))
        {
            return null;
        }

        var judged = await ownFacts.JudgeAsync(cancellationToken);
        return judged.Option(Competency, Option) is { } standing
            && standing.Tiers.SelectMany(tier => tier.Revenue).FirstOrDefault(one => one.Threshold.Id == Threshold) is { } finding
            && (Reading is not { } asked || finding.Knows(asked))
            ? new LinesBehind(standing.Option.Name, finding, outcome, Reading, LineView.Of(finding, judged.Facts.RevenueIds, outcome, judged.Rulebook.Products, texts, Reading))
            : null;
    }
}
