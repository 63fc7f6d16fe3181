using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>One sale, or a credit for one.</summary>
/// <param name="Customer">Who bought.</param>
/// <param name="Product">What was sold.</param>
/// <param name="Date">The day of the sale, a UTC day.</param>
/// <param name="Amount">The amount in US dollars (see <see cref="Money"/>), negative for a credit.</param>
/// <param name="NetNew">Whether it is new business; other revenue is existing business.</param>
public sealed record RevenueLine(Customer Customer, ProductCode Product, DateOnly Date, decimal Amount, bool NetNew);
