using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Overview;

/// <summary>Why answers are undetermined.</summary>
/// <param name="Market">The organisation's market; it may be that none is known.</param>
/// <param name="NotStated">The options whose revision states no amount for the market.</param>
public sealed record UndeterminedView(PartnerMarket Market, ImmutableArray<UndeterminedView.OfOption> NotStated)
{
    /// <summary>Why answers of <paramref name="standings"/> are undetermined; null if none is.</summary>
    public static UndeterminedView? Of(PartnerMarket market, IEnumerable<(CompetencyStanding Competency, OptionStanding Option)> standings, DateOnly asOf)
    {
        var undetermined = standings.Where(one => one.Option.Tiers.SelectMany(tier => tier.Revenue).Any(finding => finding.Standing is Standing.Undetermined)).ToList();
        return undetermined.Count is 0 ? null : new UndeterminedView(
            market,
            market.Market is not { } known ? [] : [.. undetermined.Select(one => new OfOption(
                one.Competency.Competency.Code,
                one.Option.Option.Code,
                one.Option.Option.Name,
                one.Competency.Competency.History.NextStating(one.Option.Option.Code, known, asOf)?.EffectiveFrom))]);
    }

    /// <param name="CompetencyCode">The competency's code.</param>
    /// <param name="Code">The option's code.</param>
    /// <param name="Name">The option's name.</param>
    /// <param name="StatedFrom">The day from which a revision judges that states the amounts; null if none is known.</param>
    public sealed record OfOption(string CompetencyCode, string Code, string Name, DateOnly? StatedFrom);
}
