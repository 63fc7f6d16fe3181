using System.Collections.Immutable;
using CompetencyPortal.Domain.Revisions;

namespace CompetencyPortal.Web.Pages.Options;

/// <summary>A revision of the option's competency, without its amounts.</summary>
/// <param name="EffectiveFrom">The first day on which it judges.</param>
/// <param name="LastDay">The last day on which it judges; null if none follows.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Status">How it stands on the as-of date.</param>
/// <param name="HasOption">Whether the option is part of it.</param>
public sealed record RevisionView(
    DateOnly EffectiveFrom, DateOnly? LastDay, DateOnly PublishedOn, RevisionSource Source, RevisionStatus Status, bool HasOption)
{
    /// <summary>Every revision of <paramref name="history"/>, the latest first.</summary>
    public static ImmutableArray<RevisionView> Of(RevisionHistory history, string option, DateOnly asOf) =>
        [.. history.Revisions.Reverse().Select(revision => new RevisionView(
            revision.EffectiveFrom,
            history.PeriodOf(revision).LastDay,
            revision.PublishedOn,
            revision.Source,
            history.StatusOn(revision, asOf),
            revision.Option(option) is not null))];
}
