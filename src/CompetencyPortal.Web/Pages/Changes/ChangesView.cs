using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Planning;

namespace CompetencyPortal.Web.Pages.Changes;

/// <summary>What has changed since a moment, as one reader may see it.</summary>
/// <param name="Since">The moment.</param>
/// <param name="ThenDay">The day on which the standings of then are judged.</param>
/// <param name="NowDay">The day on which the present ones are.</param>
/// <param name="Changed">The options of which anything changed.</param>
/// <param name="Unchanged">The others.</param>
/// <param name="Rules">What changed in the rules.</param>
/// <param name="Facts">What changed in the facts, in groups.</param>
public sealed record ChangesView(
    DateTimeOffset Since,
    DateOnly ThenDay,
    DateOnly NowDay,
    ImmutableArray<ChangesView.OfOption> Changed,
    ImmutableArray<string> Unchanged,
    ChangesView.OfRules Rules,
    ImmutableArray<FactGroup> Facts)
{
    public bool IsNothing => Changed.IsEmpty && Rules.IsNothing && Facts.IsEmpty;

    /// <summary>The tiers whose answer is another one now.</summary>
    public IEnumerable<(OfOption Option, OfTier Tier)> Moved =>
        Changed.SelectMany(option => option.Tiers, (option, tier) => (option, tier)).Where(one => one.tier.Then != one.tier.Now);

    public sealed record OfOption(string CompetencyCode, string Competency, string Code, string Name, ImmutableArray<OfTier> Tiers);

    /// <summary>A tier; an answer is null where no revision has the option.</summary>
    public sealed record OfTier(Tier Tier, Standing? Then, Standing? Now, ImmutableArray<OfCause> Causes);

    /// <summary>What one cause did to a tier.</summary>
    /// <param name="Cause">The cause.</param>
    /// <param name="Moves">Whether it alone changes the answer.</param>
    /// <param name="Result">The answer with it.</param>
    /// <param name="Sentences">The figures that it changed, and who fits now or no longer does.</param>
    /// <param name="Lines">The revenue lines that count by it, or no longer do.</param>
    public sealed record OfCause(ChangeCause Cause, bool Moves, Standing? Result, ImmutableArray<string> Sentences, ImmutableArray<string> Lines);

    /// <param name="InForce">The competencies that another revision judges now.</param>
    /// <param name="Announced">The revisions that were published and judge from a later day.</param>
    /// <param name="Market">The market then and now, where they differ.</param>
    public sealed record OfRules(
        ImmutableArray<OfRevision> InForce, ImmutableArray<OfRevision> Announced, (PartnerMarket Then, PartnerMarket Now)? Market)
    {
        public bool IsNothing => InForce.IsEmpty && Announced.IsEmpty && Market is null;
    }

    /// <param name="CompetencyCode">The competency's code.</param>
    /// <param name="Competency">Its name.</param>
    /// <param name="Option">One of the revision's options, on whose page the revision stands.</param>
    /// <param name="EffectiveFrom">The first day on which it judges.</param>
    public sealed record OfRevision(string CompetencyCode, string Competency, string Option, DateOnly EffectiveFrom);
}
