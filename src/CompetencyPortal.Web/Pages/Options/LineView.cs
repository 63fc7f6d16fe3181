using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A revenue line and what became of it.</summary>
public sealed record LineView(DateOnly Date, string Customer, string Product, bool NetNew, decimal Amount, bool Counts, string Reason)
{
    /// <summary>The lines that a finding gives <paramref name="outcome"/>, or all of them if it is null; the newest first.</summary>
    public static IEnumerable<LineView> Of(RevenueFinding finding, LineOutcome? outcome, ProductCatalog products, LineText texts) =>
        finding.Lines()
            .Where(line => outcome is null || line.Outcome == outcome)
            .OrderByDescending(line => line.Line.Date)
            .Select(line => new LineView(
                line.Line.Date,
                line.Line.Customer.Name,
                products.NameOf(line.Line.Product),
                line.Line.NetNew,
                line.Line.Amount,
                line.Outcome is LineOutcome.Counted,
                texts.Reason(finding, line.Line, line.Outcome, products)));
}
