using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A page of the lines behind one step.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="NetNewOnly">Whether the threshold counts only net new revenue, which names it.</param>
/// <param name="Step">The step: an outcome, or null for all that was entered.</param>
/// <param name="Steps">Every step of the waterfall, in its order.</param>
/// <param name="Sum">The sum of the step's lines.</param>
/// <param name="Place">Where in the list the reader is.</param>
/// <param name="Rows">The lines of this page.</param>
public sealed record LinesView(
    string Option, bool NetNewOnly, LineOutcome? Step, ImmutableArray<LineOutcome?> Steps, decimal Sum, Paging Place, ImmutableArray<LineView> Rows)
{
    public static LinesView Of(
        string option, RevenueFinding finding, ImmutableArray<Guid> ids, LineOutcome? step, int? number, ProductCatalog products, LineText texts)
    {
        var place = Paging.In(finding.Lines().Count(line => step is null || line.Outcome == step), number);
        return new LinesView(
            option,
            finding.Threshold.NetNewOnly,
            step,
            [null, .. finding.Reasons, LineOutcome.Counted],
            step is { } outcome ? finding.Sums.Of(outcome) : finding.Sums.Entered,
            place,
            [.. place.Of(LineView.Of(finding, ids, step, products, texts))]);
    }
}
