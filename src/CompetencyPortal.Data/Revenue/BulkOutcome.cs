using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Revenue;

/// <summary>What came of an act on many lines.</summary>
/// <param name="Change">What was done and can be undone; null if nothing was done, because lines were changed meanwhile or there was nothing to do.</param>
/// <param name="Meanwhile">The lines that somebody changed since they were chosen, with their present version; zero for one that is gone.</param>
public sealed record BulkOutcome(BulkChange? Change, IReadOnlyList<ChosenLine> Meanwhile)
{
    public static readonly BulkOutcome Nothing = new(null, []);
}
