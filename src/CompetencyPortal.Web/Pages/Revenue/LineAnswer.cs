using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Web.Pages.Options;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>What became of a line.</summary>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why it counts or does not, in a sentence.</param>
public sealed record LineAnswer(bool Counts, string Reason)
{
    public static LineAnswer Of(RevenueFinding finding, RevenueLine line, LineOutcome outcome, LineText texts, ProductCatalog products) =>
        new(outcome is LineOutcome.Counted, texts.Reason(finding, line, outcome, products));
}
