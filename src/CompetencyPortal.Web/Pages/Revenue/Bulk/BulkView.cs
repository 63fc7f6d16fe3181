using CompetencyPortal.Data.Revenue;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>What a page shows about the lines that it would change.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Sums">What they come to.</param>
/// <param name="Meanwhile">Those beside them that somebody changed since they were looked at.</param>
/// <param name="Changes">What was changed, of the first of those.</param>
/// <param name="Seen">When they were looked at, in ticks.</param>
/// <param name="FactsVersion">The present version of the facts.</param>
public sealed record BulkView(
    IReadOnlyList<ChosenLine> Lines, LineSums Sums, IReadOnlyList<ChosenLine> Meanwhile, IReadOnlyList<LineChange> Changes, long Seen, long FactsVersion);
