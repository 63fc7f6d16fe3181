using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evidence;

/// <summary>An association between the partner and a customer. Associations of one customer may overlap.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Period">The days on which it exists.</param>
public readonly record struct Association(AssociationType Type, EffectivePeriod Period);
