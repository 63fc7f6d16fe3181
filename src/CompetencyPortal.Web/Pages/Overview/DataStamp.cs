using System.Collections.Immutable;
using CompetencyPortal.Data.Evidence;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Overview;

/// <summary>How current a view is, and what it rests on.</summary>
/// <param name="LastChange">When the facts were changed last, and by whom; null if nothing is known of it.</param>
/// <param name="NewestLine">The newest revenue line's day; null if there is no line.</param>
/// <param name="Judges">The revision that judges each competency shown; null where none is in force.</param>
public sealed record DataStamp(LastFactChange? LastChange, DateOnly? NewestLine, ImmutableArray<(string Competency, DateOnly? EffectiveFrom)> Judges)
{
    public static DataStamp Of(LoadedEvidence facts, IEnumerable<CompetencyStanding> standings) => new(
        facts.LastChange,
        facts.Evidence.Revenue is { IsEmpty: false } revenue ? revenue.Max(line => line.Date) : null,
        [.. standings.Select(standing => (standing.Competency.Name, standing.Revision?.EffectiveFrom))]);
}
