using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;

namespace CompetencyPortal.Web.Pages.Customers;

/// <summary>What associating one customer would do for a threshold.</summary>
/// <param name="Choice">The threshold.</param>
/// <param name="Type">The kind of association.</param>
/// <param name="Gain">What would count.</param>
/// <param name="Before">The highest tier of the option that is met now; null if none.</param>
/// <param name="After">The highest that would be.</param>
public sealed record CustomerGain(ThresholdChoice Choice, AssociationType Type, AssociationGain Gain, Tier? Before, Tier? After);
