using System.Collections.Immutable;

using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Credentials;

namespace CompetencyPortal.Domain.Revisions.Disagreements;

/// <summary>
/// One place where a requirement page says something else than the rule. The pages are translations of one English
/// text: where a translation differs from the English of its version, the English is the rule. Source: rulebook,
/// section 2, “Where the pages disagree”.
/// </summary>
/// <param name="Page">The page.</param>
/// <param name="Option">The code of the option concerned; null if it is the whole page.</param>
/// <param name="Tier">The tier concerned; null if it is both.</param>
/// <param name="Market">The market concerned; null if it is none or both.</param>
/// <param name="Threshold">The id of the threshold concerned, within the option; null if it is none.</param>
/// <param name="Kind">What they disagree on.</param>
/// <param name="Credentials">The credentials concerned; empty if it is none.</param>
/// <param name="Says">What the page states; null if it states nothing that has a value.</param>
/// <param name="Rule">What the rule is; null if there is no such value.</param>
/// <param name="RuledBy">The page whose text is the rule.</param>
/// <param name="Note">What the two values do not tell; null if they tell all.</param>
/// <param name="JudgesDifferently">Whether a partner judged by the page's words could get another answer; otherwise the difference is merely noted.</param>
public sealed record PageDisagreement(
    RequirementPage Page,
    string? Option,
    Tier? Tier,
    Market? Market,
    string? Threshold,
    DisagreementKind Kind,
    ImmutableArray<CredentialCode> Credentials,
    StatedValue? Says,
    StatedValue? Rule,
    RequirementPage RuledBy,
    DisagreementNote? Note,
    bool JudgesDifferently)
{
    /// <inheritdoc/>
    public bool Equals(PageDisagreement? other) =>
        other is not null && Page == other.Page && Option == other.Option && Tier == other.Tier && Market == other.Market
        && Threshold == other.Threshold && Kind == other.Kind && Credentials.AsSpan().SequenceEqual(other.Credentials.AsSpan())
        && Says == other.Says && Rule == other.Rule && RuledBy == other.RuledBy && Note == other.Note
        && JudgesDifferently == other.JudgesDifferently;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Page, Option, Tier, Market, Threshold, Kind, Note);
}
