using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Domain.Planning;

/// <summary>How a tier stood and how it stands, and what came of each cause.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Then">The answer then; null if no revision had the option.</param>
/// <param name="Now">The answer now; null if no revision has the option.</param>
/// <param name="Steps">The causes that changed anything, in the order in which they are applied: time, rules, facts. Each starts where the one before ends.</param>
public sealed record TierChange(Tier Tier, TierStanding? Then, TierStanding? Now, ImmutableArray<StandingStep> Steps);
