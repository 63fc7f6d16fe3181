using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Planning;

/// <summary>What became of an option between two moments.</summary>
/// <param name="Competency">Its competency.</param>
/// <param name="Option">The option as the later of the two rulebooks that has it states it.</param>
/// <param name="Tiers">Both tiers, Silver first.</param>
public sealed record OptionChange(Competency Competency, CompetencyOption Option, ImmutableArray<TierChange> Tiers)
{
    /// <summary>Whether any answer or figure changed on the way, even if it is again as it was.</summary>
    public bool IsChanged => Tiers.Any(tier => !tier.Steps.IsEmpty);
}
