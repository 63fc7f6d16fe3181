using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>Every line behind one step of a waterfall.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Finding">The finding of the threshold.</param>
/// <param name="Step">The step: an outcome, or null for all that was entered.</param>
/// <param name="Reading">The reading by which they count; null for the readings that judge.</param>
/// <param name="All">The lines, the newest first; put into words as they are taken.</param>
public sealed record LinesBehind(string Option, RevenueFinding Finding, LineOutcome? Step, ReadingChoice? Reading, IEnumerable<LineView> All)
{
    public int Count => Chosen.Count();

    public decimal Sum => Chosen.Sum(line => line.Line.Amount);

    private IEnumerable<(int Index, RevenueLine Line, LineOutcome Outcome)> Chosen => Finding.Lines(Reading).Where(line => Step is null || line.Outcome == Step);
}
