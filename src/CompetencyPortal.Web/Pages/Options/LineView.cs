using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A revenue line and what became of it.</summary>
/// <param name="Id">The key of its row.</param>
/// <param name="CustomerId">The key of its customer's row.</param>
/// <param name="Date">Its day.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="Product">The product's name.</param>
/// <param name="NetNew">Whether it is net new.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Reason">Why it counts or does not, in a sentence.</param>
public sealed record LineView(
    Guid Id, string CustomerId, DateOnly Date, string Customer, string Product, bool NetNew, decimal Amount, bool Counts, string Reason)
{
    /// <summary>The lines that a finding gives <paramref name="outcome"/>, or all of them if it is null; the newest first. By another <paramref name="reading"/> than those that judge, only lines that count have words.</summary>
    public static IEnumerable<LineView> Of(RevenueFinding finding, ImmutableArray<Guid> ids, LineOutcome? outcome, ProductCatalog products, LineText texts, ReadingChoice? reading = null) =>
        finding.Lines(reading)
            .Where(line => outcome is null || line.Outcome == outcome)
            .OrderByDescending(line => line.Line.Date)
            .Select(line => new LineView(
                ids[line.Index],
                line.Line.Customer.Id,
                line.Line.Date,
                line.Line.Customer.Name,
                products.NameOf(line.Line.Product),
                line.Line.NetNew,
                line.Line.Amount,
                line.Outcome is LineOutcome.Counted,
                texts.Reason(finding, line.Line, line.Outcome, products)));
}
