using System.Collections.Immutable;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure.Listing;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A page of the lines behind one step.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="NetNewOnly">Whether the threshold counts only net new revenue, which names it.</param>
/// <param name="Step">The step: an outcome, or null for all that was entered.</param>
/// <param name="Reading">The reading by which they count; null for the readings that judge.</param>
/// <param name="Steps">Every step of the waterfall, in its order.</param>
/// <param name="Sum">The sum of the step's lines.</param>
/// <param name="Place">Where in the list the reader is.</param>
/// <param name="Rows">The lines of this page.</param>
public sealed record LinesView(
    string Option, bool NetNewOnly, LineOutcome? Step, ReadingChoice? Reading, ImmutableArray<LineOutcome?> Steps, decimal Sum, Paging Place, ImmutableArray<LineView> Rows)
{
    public static LinesView Of(LinesBehind lines, int? number)
    {
        var place = Paging.In(lines.Count, number);
        return new LinesView(
            lines.Option,
            lines.Finding.Threshold.NetNewOnly,
            lines.Step,
            lines.Reading,
            [null, .. lines.Finding.Reasons, LineOutcome.Counted],
            lines.Sum,
            place,
            [.. place.Of(lines.All)]);
    }
}
