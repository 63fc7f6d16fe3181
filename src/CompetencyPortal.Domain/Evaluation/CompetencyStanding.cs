using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answers for a competency by the revision that judges.</summary>
/// <param name="Competency">The competency.</param>
/// <param name="Revision">The revision in force; null before the first (not yet in force), which is an answer of its own.</param>
/// <param name="Options">The answers per option, in document order; empty if not yet in force.</param>
public sealed record CompetencyStanding(Competency Competency, Revision? Revision, ImmutableArray<OptionStanding> Options)
{
    /// <summary>The highest tier met by any option; null if none.</summary>
    public Tier? Attained => Options.Max(option => option.Attained);
}
