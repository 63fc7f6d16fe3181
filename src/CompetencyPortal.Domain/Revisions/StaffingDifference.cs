using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>What one tier of an option asks of the people, before and after; null where it asks for nothing.</summary>
public sealed record StaffingDifference(CompetencyOption Option, Tier Tier, StaffingRequirement? Before, StaffingRequirement? After);
