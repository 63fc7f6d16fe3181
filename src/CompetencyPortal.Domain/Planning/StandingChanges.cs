using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Evidence;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Domain.Planning;

/// <summary>
/// What moved a partner's standings between two moments, the causes told apart by judging: the facts of then on the later day by
/// the same rules, then by the later rules, then the later facts. Pure.
/// </summary>
public static class StandingChanges
{
    /// <summary>Every option that a revision in force at either moment has, in the order of the later rulebook.</summary>
    public static ImmutableArray<OptionChange> Between(Situation then, Situation now)
    {
        var oldFactsInPresentMarket = new PartnerEvidence(then.Evidence.Partner, now.Evidence.Market, then.Evidence.Revenue, then.Evidence.People);
        return
        [
            .. from competency in now.Rulebook.Competencies
               let before = then.Rulebook.Competency(competency.Code)?.History.InForceOn(then.Day)
               let after = competency.History.InForceOn(now.Day)
               let stages = (ImmutableArray<OptionStanding>[])
               [
                   Judge(then.Evidence, before, then.Day),
                   Judge(then.Evidence, before, now.Day),
                   Judge(oldFactsInPresentMarket, after, now.Day),
                   Judge(now.Evidence, after, now.Day),
               ]
               from option in (after?.Options ?? []).Concat(before?.Options ?? []).DistinctBy(option => option.Code)
               select new OptionChange(competency, option, [.. Enum.GetValues<Tier>().Select(tier => Of(tier, option.Code, stages))]),
        ];
    }

    private static ImmutableArray<OptionStanding> Judge(PartnerEvidence evidence, Revision? revision, DateOnly day) =>
        revision is null ? [] : Assessor.Assess(evidence, revision, day);

    private static TierChange Of(Tier tier, string option, ImmutableArray<OptionStanding>[] stages)
    {
        var answers = stages.Select(stage => stage.FirstOrDefault(one => one.Option.Code == option)?.Tiers.Single(one => one.Tier == tier)).ToArray();
        var steps = Enum.GetValues<ChangeCause>().Select((cause, index) => new StandingStep(cause, answers[index], answers[index + 1]));
        return new TierChange(tier, answers[0], answers[^1], [.. steps.Where(step => step.ChangesAnything)]);
    }
}
