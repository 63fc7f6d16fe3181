using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Requirements;
using CompetencyPortal.Domain.Revisions;
using CompetencyPortal.Web.Pages.Overview;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>What the page of an option shows.</summary>
/// <param name="Competency">The competency's name.</param>
/// <param name="Name">The option's name.</param>
/// <param name="Options">The options of the revision in force, by code and name.</param>
/// <param name="Revisions">Every revision of the competency, the latest first.</param>
/// <param name="Judged">The answer; null if no revision in force has the option.</param>
public sealed record OptionView(
    string Competency,
    string Name,
    ImmutableArray<(string Code, string Name)> Options,
    ImmutableArray<RevisionView> Revisions,
    OptionView.Answer? Judged)
{
    /// <summary>The day from which the next revision judges; null if none follows.</summary>
    public DateOnly? NextFrom => Revisions.LastOrDefault(revision => revision.Status is RevisionStatus.Announced)?.EffectiveFrom;

    /// <summary>The answer for the option.</summary>
    /// <param name="InForceFrom">The day from which the revision that judges is in force.</param>
    /// <param name="Attained">The highest tier met; null if none.</param>
    /// <param name="Market">The organisation's market.</param>
    /// <param name="Stamp">How current it is.</param>
    /// <param name="Undetermined">Why answers are undetermined; null if none is.</param>
    /// <param name="Tiers">The answer for each tier.</param>
    /// <param name="Thresholds">What counts towards each threshold.</param>
    /// <param name="Credentials">The credentials that its rules name.</param>
    public sealed record Answer(
        DateOnly InForceFrom,
        Tier? Attained,
        PartnerMarket Market,
        DataStamp Stamp,
        UndeterminedView? Undetermined,
        ImmutableArray<TierView> Tiers,
        ImmutableArray<ThresholdView> Thresholds,
        ImmutableArray<Credential> Credentials);

    /// <summary>The credentials that the people's requirements of both tiers name, in the order of the catalog.</summary>
    public static ImmutableArray<Credential> CredentialsOf(OptionStanding option, CredentialCatalog catalog)
    {
        var named = option.Tiers.Select(tier => tier.Staffing?.Requirement).OfType<StaffingRequirement>()
            .SelectMany(requirement => requirement.Paths).SelectMany(path => path.Teams).SelectMany(team => team.Slots)
            .SelectMany(slot => slot.Criterion.Codes).ToHashSet();
        return [.. catalog.All.Where(credential => named.Contains(credential.Code))];
    }
}
