using CompetencyPortal.Domain.Competencies;

namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The answers for both tiers of an option.</summary>
public sealed class OptionStanding
{
    internal OptionStanding(CompetencyOption option, TierStanding silver, TierStanding gold)
    {
        Option = option;
        Silver = silver;
        Gold = gold;
    }

    /// <summary>The option.</summary>
    public CompetencyOption Option { get; }

    /// <summary>The answer for Silver.</summary>
    public TierStanding Silver { get; }

    /// <summary>The answer for Gold.</summary>
    public TierStanding Gold { get; }

    /// <summary>Both tiers, Silver first.</summary>
    public IEnumerable<TierStanding> Tiers => [Silver, Gold];

    /// <summary>The highest tier met; null if none.</summary>
    public Tier? Attained => Gold.Standing == Standing.Met ? Tier.Gold : Silver.Standing == Standing.Met ? Tier.Silver : null;
}
