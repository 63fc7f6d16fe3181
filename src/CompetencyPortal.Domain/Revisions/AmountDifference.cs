using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Requirements;

namespace CompetencyPortal.Domain.Revisions;

/// <summary>One amount of a threshold before and after; null where none is stated.</summary>
public sealed record AmountDifference(CompetencyOption Option, RevenueThreshold Threshold, Tier Tier, Market Market, decimal? Before, decimal? After)
{
    /// <summary>Whether another amount is asked for, or one is stated where none was, or none where one was.</summary>
    public bool IsChanged => Before != After;
}
