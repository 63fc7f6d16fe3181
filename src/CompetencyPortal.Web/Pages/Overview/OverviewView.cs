using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Pages.Options;

namespace CompetencyPortal.Web.Pages.Overview;

/// <summary>What the overview shows.</summary>
/// <param name="Partner">The organisation's name.</param>
/// <param name="Market">Its market.</param>
/// <param name="IsEmpty">Whether there is nothing to judge yet: no revenue and nobody.</param>
/// <param name="Stamp">How current it is.</param>
/// <param name="Undetermined">Why answers are undetermined; null if none is.</param>
/// <param name="Competencies">The answers, in the rulebook's order.</param>
public sealed record OverviewView(
    string Partner, PartnerMarket Market, bool IsEmpty, DataStamp Stamp, UndeterminedView? Undetermined, ImmutableArray<OverviewView.OfCompetency> Competencies)
{
    public static OverviewView Of(LoadedEvidence facts, ImmutableArray<CompetencyStanding> standings, DateOnly asOf, CurrentUser reader) => new(
        facts.Evidence.Partner,
        facts.Market,
        facts.Evidence.Revenue.IsEmpty && facts.Evidence.People.IsEmpty,
        DataStamp.Of(facts, standings),
        UndeterminedView.Of(facts.Market, standings.SelectMany(standing => standing.Options, (standing, option) => (standing, option)), asOf),
        [.. standings.Select(standing => OfCompetency.Of(standing, asOf, reader))]);

    /// <param name="Code">The competency's code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Attained">The highest tier met by any option; null if none.</param>
    /// <param name="InForceFrom">The day from which the revision in force judges; null if none is.</param>
    /// <param name="NextFrom">The day from which the revision after it judges; null if none follows.</param>
    /// <param name="Options">The answers for its options; empty if no revision is in force.</param>
    public sealed record OfCompetency(
        string Code, string Name, Tier? Attained, DateOnly? InForceFrom, DateOnly? NextFrom, ImmutableArray<OfOption> Options)
    {
        public static OfCompetency Of(CompetencyStanding standing, DateOnly asOf, CurrentUser reader) => new(
            standing.Competency.Code,
            standing.Competency.Name,
            standing.Attained,
            standing.Revision?.EffectiveFrom,
            standing.Competency.History.NextAfter(asOf)?.EffectiveFrom,
            [.. standing.Options.Select(option => new OfOption(option.Option.Code, option.Option.Name, option.Attained, TierView.Of(option, reader)))]);
    }

    public sealed record OfOption(string Code, string Name, Tier? Attained, ImmutableArray<TierView> Tiers);
}
