using System.Collections.Immutable;
using CompetencyPortal.Domain.Competencies;
using CompetencyPortal.Domain.Evaluation;

namespace CompetencyPortal.Web.Pages.Revenue.Bulk;

/// <summary>An option whose tier an act would change.</summary>
/// <param name="Option">The option's name.</param>
/// <param name="Before">The tier that is attained; null for none.</param>
/// <param name="After">The tier that would be.</param>
public sealed record TierChange(string Option, Tier? Before, Tier? After)
{
    public static IReadOnlyList<TierChange> Between(ImmutableArray<CompetencyStanding> before, ImmutableArray<CompetencyStanding> after) =>
    [
        .. before.SelectMany(standing => standing.Options).Zip(after.SelectMany(standing => standing.Options))
            .Where(pair => pair.First.Attained != pair.Second.Attained)
            .Select(pair => new TierChange(pair.First.Option.Name, pair.First.Attained, pair.Second.Attained)),
    ];
}
