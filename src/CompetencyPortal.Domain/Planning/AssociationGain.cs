using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What more would count towards a threshold if a customer were associated with the partner from the as-of date on.</summary>
/// <param name="Customer">The customer, as it is associated now.</param>
/// <param name="Threshold">The threshold.</param>
/// <param name="Amount">What would be added to the counted revenue, in US dollars; negative where credits outweigh.</param>
/// <param name="Lines">How many lines would count that do not now; at least one.</param>
public readonly record struct AssociationGain(Customer Customer, RevenueThreshold Threshold, decimal Amount, int Lines);
