using System.Collections.Immutable;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A step of the waterfall.</summary>
/// <param name="Outcome">What its lines have in common; null for all that was entered.</param>
/// <param name="Amount">The sum of its lines.</param>
/// <param name="From">Where its bar begins.</param>
/// <param name="To">Where its bar ends.</param>
/// <param name="Lines">How many lines are behind it.</param>
/// <param name="Newest">The newest of them.</param>
public sealed record WaterfallRow(LineOutcome? Outcome, decimal Amount, decimal From, decimal To, int Lines, ImmutableArray<LineView> Newest)
{
    /// <summary>Whether it is a total, at the beginning or the end, rather than what a reason takes away.</summary>
    public bool IsTotal => Outcome is null or LineOutcome.Counted;
}
