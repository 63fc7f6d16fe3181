using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Domain.Revisions.Disagreements;

namespace CompetencyPortal.Domain.Tests.Revisions.Disagreements;

/// <summary>What the rule of a page's version is, in the figures in which pages are read.</summary>
internal static class RuleFigures
{
    /// <summary>The built-in revision of the page's version; null if there is none.</summary>
    public static Revision? RevisionOf(RequirementPage page) =>
        BuiltInRulebook.Rulebook.Competency(page.Competency)!.History.Revisions.SingleOrDefault(revision => revision.EffectiveFrom == page.Version);

    public static IEnumerable<AmountFigure> AmountsFor(RequirementPage page) => RevisionOf(page) is { } revision
        ? revision.Options.SelectMany(AmountsOf)
        : PageFigures.Of(PageText.Of(page.InEnglish())).Amounts;

    public static IEnumerable<ListFigure> ListsFor(RequirementPage page) => RevisionOf(page) is { } revision
        ? revision.Options.SelectMany(ListsOf)
        : PageFigures.Of(PageText.Of(page.InEnglish())).Lists;

    private static IEnumerable<AmountFigure> AmountsOf(CompetencyOption option, int index) =>
        from tier in Enum.GetValues<Tier>()
        from market in Enum.GetValues<Market>()
        from place in Enumerable.Range(0, option.Thresholds.Length)
        let amount = option.Thresholds[place].AmountsFor(tier)?.In(market)
        where amount is not null
        select new AmountFigure(index, tier, market, place, (decimal)amount);

    private static IEnumerable<ListFigure> ListsOf(CompetencyOption option, int index)
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            var team = Assert.Single(Assert.Single(option.StaffingFor(tier)!.Paths).Teams);
            var lists = team.Slots.SelectMany(slot => ListsOf(slot.Criterion).Select(codes => (slot.Places, Codes: codes))).Prepend((team.Places, []));
            foreach (var (list, place) in lists.Select((list, place) => (list, place)))
            {
                yield return new ListFigure(index, tier, place, list.Places, list.Codes);
            }
        }
    }

    /// <summary>The lists in which a page would set out the criterion: what is all needed in one, each choice in one of its own.</summary>
    private static IEnumerable<ImmutableArray<CredentialCode>> ListsOf(Criterion criterion)
    {
        var parts = criterion is Criterion.AllOf all ? all.Parts : [criterion];
        var needed = parts.OfType<Criterion.Holds>().Select(part => part.Code).ToImmutableArray();
        return parts.OfType<Criterion.AnyOf>().Select(part => part.Codes.ToImmutableArray()).Prepend(needed).Where(list => !list.IsEmpty);
    }
}
