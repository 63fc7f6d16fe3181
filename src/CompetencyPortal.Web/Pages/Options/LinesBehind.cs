using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>Every line behind one step of a waterfall.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Finding">The finding of the threshold.</param>
/// <param name="Step">The step: an outcome, or null for all that was entered.</param>
/// <param name="All">The lines, the newest first; put into words as they are taken.</param>
public sealed record LinesBehind(string Option, RevenueFinding Finding, LineOutcome? Step, IEnumerable<LineView> All)
{
    public int Count => Finding.Lines().Count(line => Step is null || line.Outcome == Step);
}
