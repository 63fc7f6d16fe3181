using System.Collections.Immutable;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>What counts of a customer's revenue towards a threshold, by each reading of one sentence of it.</summary>
/// <param name="Choice">The threshold.</param>
/// <param name="Counts">The reading that judges, and then the others; at least one of them counts another amount.</param>
public sealed record CustomerReadings(ThresholdChoice Choice, ImmutableArray<ReadingCount> Counts);
