using System.Collections.Immutable;

using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Data.Evidence;

/// <summary>An organisation's evidence and how the rulebook judges it on a day. It never changes; many requests may share it.</summary>
public sealed class JudgedEvidence(LoadedEvidence facts, Rulebook rulebook, DateOnly asOf)
{
    private readonly Lazy<ImmutableArray<CompetencyStanding>> _standings = new(() => Assessor.Assess(facts.Evidence, rulebook, asOf));

    /// <summary>The evidence.</summary>
    public LoadedEvidence Facts { get; } = facts;

    /// <summary>The rulebook that judges.</summary>
    public Rulebook Rulebook { get; } = rulebook;

    /// <summary>The day on which it judges.</summary>
    public DateOnly AsOf { get; } = asOf;

    /// <summary>The answers for every competency, in the rulebook's order; worked out when first asked for.</summary>
    public ImmutableArray<CompetencyStanding> Standings => _standings.Value;

    /// <summary>The answer for an option; null if no revision in force has it.</summary>
    public OptionStanding? Option(string competency, string option) => Standings
        .FirstOrDefault(standing => standing.Competency.Code == competency)?.Options
        .FirstOrDefault(standing => standing.Option.Code == option);
}
