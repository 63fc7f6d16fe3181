using System.Collections.Immutable;
using CompetencyPortal.Data;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Planning;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>
/// What has changed in the reader's organisation since a moment. The standings of then are those of that day; where an as-of date
/// is chosen, both are judged on it, and only what became known and what rules became stand between them.
/// </summary>
public sealed class WhatChanged(
    PortalDbContext db, FactHistoryQuery histories, OwnFacts ownFacts, RulebookInForce rules, AsOf asOf, StepText steps, FactText facts, IStringLocalizer<OverviewTexts> texts)
{
    public async Task<ChangesView> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var thenDay = asOf.IsToday ? DateOnly.FromDateTime(since.UtcDateTime) : asOf.Date;
        var rulebook = await rules.GetAsync(cancellationToken);
        var published = (await db.RuleRevisions.AsNoTracking().Where(row => row.PublishedAt > since && row.PublishedBy != null)
            .Select(row => new { row.CompetencyCode, row.EffectiveFrom }).ToListAsync(cancellationToken)).Select(row => (row.CompetencyCode, row.EffectiveFrom)).ToHashSet();
        var rulebookThen = Without(rulebook, published);
        var (then, now, history) = await LoadAsync(since, thenDay, cancellationToken);
        var options = StandingChanges.Between(new Situation(then.Evidence, rulebookThen, thenDay), new Situation(now.Evidence, rulebook, asOf.Date));
        return new ChangesView(
            since,
            thenDay,
            asOf.Date,
            [.. options.Where(option => option.IsChanged).Select(option => Of(option, rulebook))],
            [.. options.Where(option => !option.IsChanged).Select(option => option.Option.Name)],
            new ChangesView.OfRules(
                RevisionsInForce(rulebookThen, thenDay, rulebook),
                [.. from competency in rulebook.Competencies
                    from revision in competency.History.Revisions
                    where revision.EffectiveFrom > asOf.Date && published.Contains((competency.Code, revision.EffectiveFrom))
                    select Of(competency.Code, competency.Name, revision)],
                then.Market.Market == now.Market.Market ? null : (then.Market, now.Market)),
            history is null ? [] : await GroupAsync(history, rulebook, cancellationToken));
    }

    /// <summary>
    /// The facts then and now, each in its market. Where nobody touched them, which is the rule, they are the facts that the
    /// overview has loaded already, and there is no history.
    /// </summary>
    private async Task<(Side Then, Side Now, FactHistory? History)> LoadAsync(DateTimeOffset since, DateOnly thenDay, CancellationToken cancellationToken)
    {
        var judged = await ownFacts.JudgeAsync(cancellationToken);
        if (judged.Facts.LastChange?.At > since)
        {
            var history = await histories.LoadAsync(since, cancellationToken);
            Side Of(FactSet set, PartnerMarket market) => new(set.ToEvidence(market, judged.Rulebook.Credentials), market);
            return (Of(history.Then, history.Then.MarketOn(thenDay)), Of(history.Now, history.Now.MarketOn(asOf.Date)), history);
        }

        var now = new Side(judged.Facts.Evidence, judged.Facts.Market);
        if (now.Market.IsOverride)
        {
            return (now, now, null);
        }

        var country = now.Market.Country;
        var classifications = await db.CountryMarkets.AsNoTracking().Where(row => row.CountryCode == country).ToListAsync(cancellationToken);
        var market = PartnerMarket.On(country, null, classifications, thenDay);
        return (new Side(new PartnerEvidence(now.Evidence.Partner, market.Market, now.Evidence.Revenue, now.Evidence.People), market), now, null);
    }

    private static Rulebook Without(Rulebook rulebook, HashSet<(string, DateOnly)> published) => rulebook with
    {
        Competencies = [.. from competency in rulebook.Competencies
                           let known = competency.History.Revisions.Where(revision => !published.Contains((competency.Code, revision.EffectiveFrom))).ToList()
                           where known.Count > 0
                           select competency with { History = new RevisionHistory(known) }],
    };

    private ImmutableArray<ChangesView.OfRevision> RevisionsInForce(Rulebook rulebookThen, DateOnly thenDay, Rulebook rulebook) =>
        [.. from competency in rulebook.Competencies
            let then = rulebookThen.Competency(competency.Code)?.History.InForceOn(thenDay)
            let now = competency.History.InForceOn(asOf.Date)
            where now is not null && now.EffectiveFrom != then?.EffectiveFrom
            select Of(competency.Code, competency.Name, now)];

    private static ChangesView.OfRevision Of(string code, string name, Revision revision) => new(code, name, revision.Options[0].Code, revision.EffectiveFrom);

    private ChangesView.OfOption Of(OptionChange option, Rulebook rulebook) => new(
        option.Competency.Code,
        option.Competency.Name,
        option.Option.Code,
        option.Option.Name,
        [.. option.Tiers.Select(tier => new ChangesView.OfTier(
            tier.Tier,
            tier.Then?.Standing,
            tier.Now?.Standing,
            [.. tier.Steps
                .Select(step => new ChangesView.OfCause(
                    step.Cause, step.Before?.Standing != step.After?.Standing, step.After?.Standing, steps.Of(step), steps.LinesOf(step, rulebook.Products)))
                .Where(cause => cause.Moves || !cause.Sentences.IsEmpty)]))]);

    private async Task<ImmutableArray<FactGroup>> GroupAsync(FactHistory history, Rulebook rulebook, CancellationToken cancellationToken)
    {
        var actors = history.Changes.Select(change => change.By).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(user => actors.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        return
        [
            .. history.Changes.GroupBy(change => (Kind: change.Row.GetType().Name, change.Act, change.By)).Select(same => new FactGroup(
                same.Key.Kind,
                same.Key.Act,
                same.Key.By is not { } by ? texts["By.Portal"] : names.GetValueOrDefault(by) ?? texts["By.Stranger"],
                same.Count(),
                facts.Sum(same),
                [.. same.Take(FactGroup.Shown).Select(change => facts.Row(change, history, rulebook.Products))])),
        ];
    }

    private sealed record Side(PartnerEvidence Evidence, PartnerMarket Market);
}
